import { describe, expect, it } from 'vitest'
import { degradedStanding, outputLevel, type DegradedOutcome } from './degraded-check'
import { judgeGold } from './gold-check'
import { judgeRepeat } from './repeat-check'

const scale = { min: 1, max: 5, step: 1, levels: [] }
const criteria = [
  { id: 'a', scale },
  { id: 'b', scale },
]
const cell = (outputId: string, criterionId: string, agreed: number) => ({
  outputId,
  criterionId,
  agreed,
  band: { low: Math.max(1, agreed - 1), high: Math.min(5, agreed + 1) },
})
const given = (outputId: string, criterionId: string, score: number) => ({ outputId, criterionId, score })

describe('a gold check', () => {
  it('is judged by band and bias, over the cells that were scored', () => {
    const expected = [cell('x', 'a', 4), cell('x', 'b', 1), cell('y', 'a', 2), cell('z', 'a', 3)]
    const scores = [given('x', 'a', 5), given('x', 'b', 3), given('y', 'a', 1), given('other', 'a', 1)]
    expect(judgeGold(expected, scores, criteria)).toEqual({
      cells: 3,
      inside: 2,
      biasSteps: (1 + 2 - 1) / 3,
      errorSteps: 4 / 3,
    })
  })

  it('says nothing where nothing of it was scored', () => {
    expect(judgeGold([cell('x', 'a', 4)], [], criteria)).toBeNull()
  })
})

describe('a repeat', () => {
  it('is compared with the own earlier scores, wherever the outputs stand now', () => {
    const first = [given('x', 'a', 4), given('y', 'a', 2), given('y', 'b', 5)]
    const second = [given('y', 'a', 4), given('x', 'a', 4), given('y', 'b', 4), given('z', 'a', 1)]
    expect(judgeRepeat(first, second, criteria)).toEqual({
      cells: 3,
      same: 1,
      near: 2,
      squaredSteps: 5 / 3,
      shiftSteps: 1 / 3,
    })
    expect(judgeRepeat(first, [], criteria)).toBeNull()
  })
})

describe('degraded checks', () => {
  const outcomes = (damaged: number[]): DegradedOutcome[] =>
    damaged.map((each) => ({ damaged: each, original: [0.5, 0.75, 0.75] }))

  it('are passed by a rater who scores damage below what others gave the originals', () => {
    expect(degradedStanding(outcomes([0.25, 0, 0.25]))).toMatchObject({ n: 3, verdict: 'passed' })
  })

  it('are failed by one who sees no difference, or scores damage higher', () => {
    expect(degradedStanding(outcomes([0.75, 0.5, 0.75, 0.75, 1]))).toMatchObject({ verdict: 'failed' })
    const equal = Array.from({ length: 6 }, () => ({ damaged: 0.5, original: [0.5, 0.5] }))
    expect(degradedStanding(equal)).toEqual({ n: 6, p: 1, verdict: 'failed' })
  })

  it('do not take severity for attention where the rater can be compared with the own scores of whole outputs', () => {
    const unseen = outcomes([0.5, 0.25, 0.5, 0.5])
    const severe = Array.from({ length: 30 }, (_, index) => (index % 3 === 0 ? -0.5 : -0.25))
    expect(degradedStanding(unseen).verdict).toBe('passed')
    expect(degradedStanding(unseen, severe).verdict).toBe('failed')
    expect(degradedStanding(outcomes([0, 0, 0, 0]), severe).verdict).toBe('passed')
    // A handful of own scores is no ground to compare on.
    expect(degradedStanding(unseen, severe.slice(0, 5))).toEqual(degradedStanding(unseen))
  })

  it('are undecided while not even the lowest scores could pass', () => {
    expect(degradedStanding([])).toEqual({ n: 0, p: null, verdict: 'undecided' })
    expect(degradedStanding(outcomes([0]))).toMatchObject({ n: 1, p: 0.25, verdict: 'undecided' })
    expect(degradedStanding([{ damaged: 0, original: [] }])).toMatchObject({ n: 0, verdict: 'undecided' })
  })

  it('have the exact p of tied ranks', () => {
    // Of the 10 ways to take two of 1, 1, 3, 3, 3 (levels 0, 0, 0.5, 0.5, 0.5), one has a sum as low.
    const one = [
      { damaged: 0, original: [0.5, 0.5] },
      { damaged: 0, original: [0.5] },
    ]
    expect(degradedStanding(one).p).toBeCloseTo(0.1, 12)
    expect(degradedStanding(one).verdict).toBe('passed')
  })

  it('count an output once, whatever the number and scales of its criteria', () => {
    const scores = [
      { score: 5, scale },
      { score: 0, scale: { min: 0, max: 100 } },
    ]
    expect(outputLevel(scores)).toBe(0.5)
    expect(outputLevel([])).toBeNull()
  })
})
