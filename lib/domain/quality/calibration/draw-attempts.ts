import { groupBy } from '@/lib/domain/group-by'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import type { Anchor, ScaledCriterion } from './anchor'
import type { CalibrationRules } from './calibration-rules'
import { dealTasks } from './deal-tasks'
import { guessRisk, passingConstants } from './guessers'
import { problem, type CalibrationProblem } from './problem'
import { countEnds } from './span'

export type DrawFacts = {
  anchors: readonly Anchor[]
  /** Ids of anchors whose agreed scores this rater has been shown. */
  seen: readonly string[]
  rubric: { version: number; criteria: readonly ScaledCriterion[] }
}

export type DrawTerms = { rules: CalibrationRules; /** 0 … 2³² − 1. */ seed: number }

export type DrawnAttempts =
  | {
      kind: 'drawn'
      /** Ids of anchors in the order in which they are shown; no id stands in two attempts. */
      attempts: string[][]
      /** Anchors among them that the rater has seen before, because fresh ones do not suffice. */
      reused: number
      /** Chance that one who guesses passes any of the attempts, the better of two ways of guessing. */
      risk: number
    }
  | { kind: 'refused'; problems: CalibrationProblem[] }

const TRIES = 30

/**
 * The anchors of a rater's attempts: disjoint, spanning the scale of every criterion, such that no constant passes and
 * one who guesses passes with at most the chance that the rules allow. A pure function of its arguments.
 */
export function drawAttempts(facts: DrawFacts, { rules, seed }: DrawTerms): DrawnAttempts {
  const current = facts.anchors.filter(({ rubricVersion }) => rubricVersion === facts.rubric.version)
  const missing = problemsWithSupply(current, facts.rubric.criteria, rules)
  if (missing.length > 0) return { kind: 'refused', problems: missing }
  const seen = new Set(facts.seen)
  const isFresh = (task: readonly Anchor[]) => task.every(({ id }) => !seen.has(id))
  const { criteria } = facts.rubric
  const tasks = [...groupBy(current, ({ taskId }) => taskId).values()]
  const terms = { attempts: rules.attempts, size: rules.anchors, perEnd: rules.per_end, criteria }
  let problems: CalibrationProblem[] = []
  for (let stream = 0; stream < TRIES; stream += 1) {
    const attempts = dealTasks(tasks, { ...terms, random: seededRandom(seed, stream) }, isFresh)
    const checked = checkAttempts(attempts, criteria, rules)
    if (checked.problems.length === 0) {
      const reused = attempts.flat().filter(({ id }) => seen.has(id)).length
      const ids = attempts.map((attempt) => attempt.map(({ id }) => id))
      return { kind: 'drawn', attempts: ids, reused, risk: checked.risk }
    }
    if (problems.length === 0) ({ problems } = checked)
  }
  return { kind: 'refused', problems }
}

/** What a set of anchors lacks, whoever draws from it. Tasks of several anchors may need more than is counted here. */
export function problemsWithSupply(
  anchors: readonly Anchor[],
  criteria: readonly ScaledCriterion[],
  { anchors: size, attempts, per_end }: CalibrationRules,
): CalibrationProblem[] {
  const count = anchors.length
  const few = count < size * attempts ? [problem(null, 'tooFew', { count, attempts, anchors: size })] : []
  const needed = per_end * attempts
  const short = countEnds(anchors, criteria)
    .filter((each) => each.count < needed)
    .map(({ criterionId, end, count: found }) =>
      problem(criterionId, 'tooFewAtEnd', {
        criterion: criterionId,
        end,
        count: found,
        needed,
        perEnd: per_end,
      }),
    )
  return [...few, ...short]
}

function checkAttempts(
  attempts: readonly Anchor[][],
  criteria: readonly ScaledCriterion[],
  rules: CalibrationRules,
): { problems: CalibrationProblem[]; risk: number } {
  const short = attempts.flatMap((attempt) =>
    problemsWithSupply(attempt, criteria, { ...rules, attempts: 1 }),
  )
  if (short.length > 0) return { problems: short, risk: 1 }
  const terms = { criteria, mark: rules }
  const [constant] = attempts.flatMap((attempt) => passingConstants(attempt, terms))
  if (constant !== undefined) {
    const share = `${Math.round(100 * constant)} %`
    return { problems: [problem(null, 'constantPasses', { share })], risk: 1 }
  }
  const risks = attempts.map((attempt) => guessRisk(attempt, terms))
  const risk = Math.max(
    passesAny(risks.map(({ perCell }) => perCell)),
    passesAny(risks.map(({ perOutput }) => perOutput)),
  )
  if (risk <= rules.guess_risk) return { problems: [], risk }
  const said = { risk: risk.toFixed(3), limit: rules.guess_risk }
  return { problems: [problem(null, 'guesserPasses', said)], risk }
}

const passesAny = (chances: readonly number[]) => 1 - chances.reduce((none, chance) => none * (1 - chance), 1)
