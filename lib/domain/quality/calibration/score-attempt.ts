import { mean } from '@/lib/stats/descriptive/mean'
import { isInside } from './accepted-band'
import type { Anchor, AnchorCell, ScaledCriterion } from './anchor'
import type { CalibrationRules } from './calibration-rules'
import { calibrationStep } from './calibration-step'
import { isPassed, type PassMark } from './pass-mark'

/** Anchor id → criterion id → score; what was handed back as "cannot judge" is left out. */
export type AttemptScores = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Feedback on one output × one criterion, in the order of the attempt. */
export type CellFeedback = Pick<AnchorCell, 'criterionId' | 'agreed' | 'band' | 'reason'> & {
  anchorId: string
  /** Null where the rater did not judge it; that counts as outside the band, and not for the bias. */
  score: number | null
  inside: boolean
  /** score − agreed, in calibration steps. */
  differenceSteps: number | null
}

export type AttemptSummary = {
  cells: number
  inside: number
  /** Mean of (score − agreed), in calibration steps; above 0 = more lenient than the experts. Null without a score. */
  biasSteps: number | null
}

export type AttemptResult = AttemptSummary & {
  passed: boolean
  /** What kept it from passing, for the rater's eyes: far from the band, too lenient, too severe. */
  missed: ('inside_band' | 'bias_high' | 'bias_low')[]
  byCriterion: (AttemptSummary & { criterionId: string })[]
  feedback: CellFeedback[]
}

export type AttemptTerms = { criteria: readonly ScaledCriterion[]; rules: CalibrationRules }

/** Compares a rater's scores with the anchors of an attempt: pass mark and feedback per cell. */
export function scoreAttempt(
  anchors: readonly Anchor[],
  scores: AttemptScores,
  { criteria, rules }: AttemptTerms,
): AttemptResult {
  const feedback = anchors.flatMap((anchor) =>
    criteria.flatMap((criterion) => {
      const cell = anchor.cells.find(({ criterionId }) => criterionId === criterion.id)
      return cell ? [feedbackOn(anchor.id, cell, [scores, criterion])] : []
    }),
  )
  const summary = summaryOf(feedback)
  return {
    ...summary,
    ...verdictOn(summary, rules),
    byCriterion: criteria.map(({ id }) => ({
      criterionId: id,
      ...summaryOf(feedback.filter(({ criterionId }) => criterionId === id)),
    })),
    feedback,
  }
}

function feedbackOn(
  anchorId: string,
  { criterionId, agreed, band, reason }: AnchorCell,
  [scores, { scale }]: [AttemptScores, ScaledCriterion],
): CellFeedback {
  const score = scores[anchorId]?.[criterionId] ?? null
  const differenceSteps = score === null ? null : (score - agreed) / calibrationStep(scale)
  const inside = score !== null && isInside(score, band)
  return { anchorId, criterionId, agreed, band, reason, score, inside, differenceSteps }
}

function summaryOf(feedback: readonly CellFeedback[]): AttemptSummary {
  const differences = feedback.flatMap(({ differenceSteps }) => differenceSteps ?? [])
  return {
    cells: feedback.length,
    inside: feedback.filter(({ inside }) => inside).length,
    biasSteps: differences.length > 0 ? mean(differences) : null,
  }
}

function verdictOn(
  { cells, inside, biasSteps }: AttemptSummary,
  mark: PassMark,
): Pick<AttemptResult, 'passed' | 'missed'> {
  const missed: AttemptResult['missed'] = []
  if (!isPassed({ cells, inside, biasSteps: 0 }, mark)) missed.push('inside_band')
  const bias = biasSteps ?? 0
  if (!isPassed({ cells, inside: cells, biasSteps: bias }, mark))
    missed.push(bias > 0 ? 'bias_high' : 'bias_low')
  return { passed: cells > 0 && missed.length === 0, missed }
}
