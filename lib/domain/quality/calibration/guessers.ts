import { scaleValues, type ScaleShape } from '@/lib/domain/study/scale'
import { isInside } from './accepted-band'
import type { Anchor, AnchorCell, ScaledCriterion } from './anchor'
import { calibrationStep } from './calibration-step'
import { isPassed, type PassMark } from './pass-mark'
import { passProbability, type Chance, type Unit } from './pass-probability'

export type GuessTerms = { criteria: readonly ScaledCriterion[]; mark: PassMark }

type CellOfScale = { cell: AnchorCell; scale: ScaleShape }

/** What guessing would achieve on the anchors of one attempt. */
export type GuessRisk = {
  /** Places on the scale, 0 = lowest … 1 = highest, such that always scoring there passes. */
  constants: number[]
  /** The chance of one who scores every cell at random, each level alike. */
  perCell: number
  /** The chance of one who takes a random level per output and gives it on every criterion. */
  perOutput: number
}

export function guessRisk(anchors: readonly Anchor[], terms: GuessTerms): GuessRisk {
  const cells = anchors.map((anchor) => cellsOfScale(anchor, terms.criteria))
  const places = placesOf(terms.criteria)
  const outputs = cells.map((ofAnchor) => randomOutput(places, ofAnchor))
  return {
    constants: passingConstants(anchors, terms),
    perCell: passProbability(cells.flat().map(randomCell), terms.mark),
    perOutput: passProbability(outputs, terms.mark),
  }
}

/** The places at which always scoring there passes: the cheap part of the risk, without a distribution. */
export function passingConstants(anchors: readonly Anchor[], { criteria, mark }: GuessTerms): number[] {
  const cells = anchors.flatMap((anchor) => cellsOfScale(anchor, criteria))
  return placesOf(criteria).filter((place) => {
    const { inside, differenceSteps } = togetherAt(place, cells)
    return isPassed({ cells: cells.length, inside, biasSteps: differenceSteps / cells.length }, mark)
  })
}

/** The levels of the finest scale as shares of it: on every other scale the nearest level stands for one. */
function placesOf(criteria: readonly ScaledCriterion[]): number[] {
  const levels = Math.max(2, ...criteria.map(({ scale }) => scaleValues(scale).length))
  return Array.from({ length: levels }, (_, index) => index / (levels - 1))
}

function cellsOfScale(anchor: Anchor, criteria: readonly ScaledCriterion[]): CellOfScale[] {
  return criteria.flatMap(({ id, scale }) => {
    const cell = anchor.cells.find(({ criterionId }) => criterionId === id)
    return cell ? [{ cell, scale }] : []
  })
}

function outcomeAt(score: number, { cell, scale }: CellOfScale): Omit<Chance, 'probability'> {
  return {
    inside: isInside(score, cell.band) ? 1 : 0,
    differenceSteps: (score - cell.agreed) / calibrationStep(scale),
  }
}

function randomCell(cell: CellOfScale): Unit {
  const values = scaleValues(cell.scale)
  const chances = values.map((score) => ({ probability: 1 / values.length, ...outcomeAt(score, cell) }))
  return { cells: 1, chances }
}

function randomOutput(places: readonly number[], cells: readonly CellOfScale[]): Unit {
  const chances = places.map((place) => ({ probability: 1 / places.length, ...togetherAt(place, cells) }))
  return { cells: cells.length, chances }
}

function togetherAt(place: number, cells: readonly CellOfScale[]): Omit<Chance, 'probability'> {
  const outcomes = cells.map((cell) => {
    const values = scaleValues(cell.scale)
    return outcomeAt(values[Math.round(place * (values.length - 1))] ?? cell.scale.min, cell)
  })
  return {
    inside: outcomes.reduce((sum, { inside }) => sum + inside, 0),
    differenceSteps: outcomes.reduce((sum, { differenceSteps }) => sum + differenceSteps, 0),
  }
}
