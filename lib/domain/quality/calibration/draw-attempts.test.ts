import { describe, expect, it } from 'vitest'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { calibrationRules } from './calibration-rules'
import { drawAttempts, type DrawnAttempts } from './draw-attempts'
import { passingConstants } from './guessers'
import { criteriaOf, simulatedAnchors } from './simulation'
import { countEnds } from './span'

const rules = calibrationRules.parse({})
const pool = simulatedAnchors({ anchors: 60, criteria: 2, experts: 3 }, seededRandom(3)).map(
  ({ anchor }) => anchor,
)
const rubric = { version: 1, criteria: criteriaOf(2) }
const draw = (seed: number, more: Partial<Parameters<typeof drawAttempts>[0]> = {}) =>
  drawAttempts({ anchors: pool, seen: [], rubric, ...more }, { rules, seed })

const attemptsOf = (drawn: DrawnAttempts) => (drawn.kind === 'drawn' ? drawn.attempts : [])
const textsOf = (drawn: DrawnAttempts) =>
  drawn.kind === 'refused' ? drawn.problems.map(({ text }) => text) : []
const anchorsOf = (ids: string[]) => pool.filter(({ id }) => ids.includes(id))

describe('the attempts of a rater', () => {
  it('are two, of twelve anchors, disjoint, at least two at each end of each criterion, whatever the seed', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const attempts = attemptsOf(draw(seed))
      expect(attempts).toHaveLength(2)
      expect(new Set(attempts.flat()).size).toBe(attempts.flat().length)
      for (const attempt of attempts) {
        expect(attempt.length).toBeGreaterThanOrEqual(12)
        const ends = countEnds(anchorsOf(attempt), rubric.criteria)
        expect(Math.min(...ends.map(({ count }) => count))).toBeGreaterThanOrEqual(2)
        expect(passingConstants(anchorsOf(attempt), { criteria: rubric.criteria, mark: rules })).toEqual([])
      }
    }
  })

  it('are the same for the same seed and others for another', () => {
    expect(draw(1)).toEqual(draw(1))
    expect(attemptsOf(draw(1))).not.toEqual(attemptsOf(draw(2)))
  })

  it('let one who guesses pass in at most one of twenty cases, over both together', () => {
    const drawn = draw(5)
    expect(drawn.kind === 'drawn' && drawn.risk).toBeLessThanOrEqual(0.05)
  })

  it('avoid what the rater has seen, and say how much had to be shown again', () => {
    const [first = []] = attemptsOf(draw(1))
    const again = draw(2, { seen: first })
    expect(again).toMatchObject({ kind: 'drawn', reused: 0 })
    const all = draw(2, { seen: pool.map(({ id }) => id) })
    expect(all.kind === 'drawn' && all.reused).toBe(attemptsOf(all).flat().length)
  })

  it('keep tasks of several anchors whole', () => {
    const sheets = pool.map((anchor, index) => ({ ...anchor, taskId: `sheet-${Math.floor(index / 4)}` }))
    const attempts = attemptsOf(draw(4, { anchors: sheets }))
    const taskOf = new Map(sheets.map(({ id, taskId }) => [id, taskId]))
    for (const attempt of attempts) {
      const tasks = attempt.map((id) => taskOf.get(id))
      expect(tasks.filter((task, index) => task !== tasks[index - 1])).toHaveLength(attempt.length / 4)
    }
  })
})

describe('anchors that do not do', () => {
  it('are refused in words where there are too few', () => {
    expect(textsOf(draw(1, { anchors: pool.slice(0, 20) }))[0]).toBe(
      '20 anchors of this rubric version; 2 × 12 are needed',
    )
  })

  it('are refused where they do not reach the ends of a scale, with criterion, end and number', () => {
    const middle = pool.filter(({ cells }) => (cells[1]?.band.high ?? 0) >= 3)
    const more = middle.map((anchor) => ({ ...anchor, id: `${anchor.id}b`, taskId: `${anchor.id}b` }))
    expect(textsOf(draw(1, { anchors: [...middle, ...more] }))).toEqual([
      'c1: 0 anchors whose band lies in the low half of the scale; 4 are needed, 2 an attempt',
    ])
  })

  it('are refused where a constant would pass all the same', () => {
    const agreedScores = [1, 1, 1, 1, 5, 5, 5, 5, ...Array.from({ length: 40 }, () => 3)]
    const mostlyMiddle = agreedScores.map((agreed, index) => ({
      id: `a${index}`,
      taskId: `a${index}`,
      rubricVersion: 1,
      cells: [
        {
          criterionId: 'c0',
          agreed,
          experts: [agreed, agreed],
          reason: 'because',
          band: { low: Math.max(1, agreed - 1), high: Math.min(5, agreed + 1) },
        },
      ],
    }))
    const facts = { anchors: mostlyMiddle, seen: [], rubric: { version: 1, criteria: criteriaOf(1) } }
    const drawn = drawAttempts(facts, { rules: { ...rules, anchors: 20 }, seed: 1 })
    expect(textsOf(drawn)).toEqual(['the anchors drawn let one pass who always gives 50 % of the scale'])
  })

  it('are refused where the mark is so low that one who guesses would pass too often', () => {
    const low = { ...rules, anchors: 10, inside_band: 0.5, bias_steps: 1 }
    const problems = textsOf(drawAttempts({ anchors: pool, seen: [], rubric }, { rules: low, seed: 1 }))
    expect(problems[0]).toMatch(/^(one who guesses passes with a chance|the anchors drawn let one pass)/)
  })

  it('of another rubric version do not count', () => {
    const other = draw(1, { rubric: { ...rubric, version: 2 } })
    expect(textsOf(other)[0]).toContain('0 anchors')
  })
})
