import { z } from 'zod'
import { isInside } from '@/lib/domain/quality/calibration/accepted-band'
import { calibrationStep } from '@/lib/domain/quality/calibration/calibration-step'
import type { ScaleShape } from '@/lib/domain/study/scale'
import { shareSequence } from './beta-mixture'
import { gradesBetween } from './grade'
import type { MonitorEvent } from './monitor-event'
import { meansOf, type Moments } from './moments'
import { nothingYet, readingOf, type Looking, type Reading } from './signal'

type Scales = Readonly<Record<string, ScaleShape>>
type CellsOf<Kind> = Extract<MonitorEvent, { kind: Kind }> extends { cells: infer Cells } ? Cells : never

/** Checks of one kind, and the sum over them of a share of their cells. */
export const share = z.object({ n: z.number(), sum: z.number() })
export type Share = z.infer<typeof share>

export function withShare({ n, sum }: Share, one: number): Share {
  return { n: n + 1, sum: sum + one }
}

/** The share of a gold check's cells whose score lies outside the accepted band. */
export function outsideBand(cells: CellsOf<'gold'>): number {
  return cells.filter(({ score, ...band }) => !isInside(score, band)).length / cells.length
}

/** Count of a gold check's cells and the sum of score − agreed score, grades. */
export function goldParts(cells: CellsOf<'gold'>, scales: Scales): number[] {
  let sum = 0
  for (const { criterion, score, agreed } of cells) {
    const scale = scales[criterion]
    if (scale !== undefined) sum += gradesBetween(score, agreed, scale)
  }
  return [cells.length, sum]
}

/** The share of a repeated task's cells that got the same score again, give or take one calibration step. */
export function closeAgain(cells: CellsOf<'repeat'>, scales: Scales): number {
  const close = cells.filter(({ criterion, first, again }) => {
    const scale = scales[criterion]
    if (scale === undefined) return true
    return Math.abs(first - again) <= calibrationStep(scale) + 1e-9
  })
  return close.length / cells.length
}

/** A mean share over checks, 0 … 1. */
export function shareOf({ n, sum }: Share, { risk }: Looking): Reading {
  if (n === 0) return nothingYet(0)
  return { value: sum / n, n, interval: shareSequence({ sum, n }, Math.log(risk)) }
}

/** Mean distance above the agreed scores of gold checks, grades. */
export function goldBiasOf(gold: Moments, looking: Looking): Reading {
  if (gold.n === 0) return nothingYet(0)
  const [cells = 1, sum = 0] = meansOf(gold)
  const value = sum / cells
  return readingOf(gold, { value, gradient: [-value / cells, 1 / cells] }, looking)
}
