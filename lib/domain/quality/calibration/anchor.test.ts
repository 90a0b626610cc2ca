import { describe, expect, it } from 'vitest'
import { acceptedBand } from './accepted-band'
import { anchorInput, type AnchorInput } from './anchor'
import { judgeAnchor } from './judge-anchor'

const five = { min: 1, max: 5, step: 1, levels: [] }
const rubric = { version: 2, criteria: [{ id: 'accuracy', scale: five }] }
const terms = { rubric, expertRange: 1 }

const input = (cell: Partial<AnchorInput['cells'][string]>): AnchorInput => ({
  id: 'a',
  taskId: 't',
  rubricVersion: 2,
  cells: { accuracy: { scores: [4, 4], reason: 'One slip.', ...cell } },
})

const problemsOf = (one: AnchorInput) => {
  const judged = judgeAnchor(one, terms)
  return judged.kind === 'refused' ? judged.problems.map(({ field, text }) => `${field}: ${text}`) : []
}

describe('an anchor', () => {
  it('has the median of its experts as agreed score and one step around it as band', () => {
    expect(judgeAnchor(input({ scores: [5, 4, 4] }), terms)).toEqual({
      kind: 'anchor',
      anchor: {
        id: 'a',
        taskId: 't',
        rubricVersion: 2,
        cells: [
          {
            criterionId: 'accuracy',
            agreed: 4,
            band: { low: 3, high: 5 },
            reason: 'One slip.',
            experts: [4, 4, 5],
          },
        ],
      },
    })
  })

  it('keeps the midpoint of two experts unrounded and takes both their scores and one step around', () => {
    const judged = judgeAnchor(input({ scores: [2, 3] }), terms)
    expect(judged.kind === 'anchor' && judged.anchor.cells[0]).toMatchObject({
      agreed: 2.5,
      band: { low: 1, high: 4 },
    })
  })

  it('is refused in words where a score lies outside the scale', () => {
    expect(problemsOf(input({ scores: [4, 6] }))).toEqual([
      'cells.accuracy.scores: 6 is not on the scale 1 to 5 in steps of 1',
    ])
    expect(problemsOf(input({ scores: [4, 3.5, Number.NaN] }))).toHaveLength(2)
  })

  it('is refused with one expert, with experts who do not agree, and without a criterion of the rubric', () => {
    expect(problemsOf(input({ scores: [4] }))).toEqual([
      'cells.accuracy.scores: 1 of at least two expert scores',
    ])
    expect(problemsOf(input({ scores: [2, 4] }))[0]).toContain('agree first')
    expect(problemsOf({ ...input({}), cells: {} })).toEqual([
      'cells.accuracy: no scores; expected two or more from experts',
    ])
  })

  it('is refused with a criterion that the rubric does not have, and under another version; all problems at once', () => {
    const cell = { scores: [9], reason: 'x' }
    expect(problemsOf({ ...input({}), rubricVersion: 1, cells: { style: cell, accuracy: cell } })).toEqual([
      'cells.style: "style" is no criterion of the rubric',
      'rubricVersion: made under version 1 of the rubric; the study has version 2',
      'cells.accuracy.scores: 9 is not on the scale 1 to 5 in steps of 1',
    ])
  })

  it('may have a band of its own, which lies on the scale, holds the agreed score and leaves something out', () => {
    const judged = judgeAnchor(input({ band: { low: 4, high: 4 } }), terms)
    expect(judged.kind === 'anchor' && judged.anchor.cells[0]?.band).toEqual({ low: 4, high: 4 })
    expect(problemsOf(input({ band: { low: 0, high: 4 } }))[0]).toContain('does not lie on the scale')
    expect(problemsOf(input({ band: { low: 5, high: 4 } }))[0]).toContain('does not lie on the scale')
    expect(problemsOf(input({ band: { low: 1, high: 3 } }))[0]).toContain('leaves out the agreed score 4')
    expect(problemsOf(input({ band: { low: 1, high: 5 } }))[0]).toContain('takes every score')
  })

  it('needs a reason, which is its feedback', () => {
    expect(anchorInput.safeParse(input({})).success).toBe(true)
    expect(anchorInput.safeParse(input({ reason: '' })).success).toBe(false)
  })
})

describe('the usual band', () => {
  it.each([
    [1, five, [1, 2]],
    [4.5, five, [3, 5]],
    [0.5, { min: 0, max: 1, step: 0.5 }, [0.5, 0.5]],
    [4, { min: 1, max: 7, step: 1 }, [3, 5]],
    [6, { min: 0, max: 10, step: 1 }, [4, 8]],
    [62.5, { min: 0, max: 100, step: 1 }, [37, 88]],
    [0.3, { min: 0, max: 1, step: 0.1 }, [0.1, 0.5]],
  ] as const)('of %d on %o is %o', (agreed, scale, [low, high]) => {
    expect(acceptedBand(agreed, scale)).toEqual({ low, high })
  })
})
