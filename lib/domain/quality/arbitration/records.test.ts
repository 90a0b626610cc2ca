import { expect, test } from 'vitest'
import { protocol } from '@/lib/domain/study/protocol'
import { nextVersion, recordOf, type AgreedRecord } from './agreed-record'
import { cellStep, type CellFacts, type CellStep } from './cell-step'
import { requireDecision } from './decision'
import { extraRequest } from './extra-request'
import { termsOf } from './terms'

const scale = { min: 1, max: 5, step: 1 }
const terms = termsOf(protocol.parse({ method: 'absolute' }))
const cell: CellFacts = {
  ratings: [1, 4, 4, 5].map((value, place) => ({ ratingId: `r${place}`, value, extra: place === 3 })),
  required: 3,
  pendingExtras: 0,
  someoneLeft: true,
  decision: null,
}
const told = (facts: CellFacts) =>
  recordOf({
    facts,
    terms,
    rubricVersion: 2,
    step: cellStep(facts, { terms, scale }),
    notCounting: [{ ratingId: 'old', value: 2, reason: 'superseded' }],
  })

test('a record says which ratings count, which do not and why, by what rule and under which rubric', () => {
  expect(told(cell)).toEqual({
    status: 'agreed',
    value: 4,
    by: 'majority',
    rule: 'median',
    tolerance: { unit: 'steps', value: 1 },
    counting: [
      { ratingId: 'r1', value: 4 },
      { ratingId: 'r2', value: 4 },
      { ratingId: 'r3', value: 5 },
    ],
    notCounting: [
      { ratingId: 'r0', value: 1, reason: 'outlying' },
      { ratingId: 'old', value: 2, reason: 'superseded' },
    ],
    arbitration: { extraRatings: 1, decision: null },
    rubricVersion: 2,
  })
})

test('where a person decided, the ratings stay on record and count no more', () => {
  const decision = { by: 'inspector', value: 2, cause: 'slip', inspectorId: 'i' } as const
  const record = told({ ...cell, decision })
  expect(record).toMatchObject({ status: 'agreed', value: 2, by: 'inspector', counting: [] })
  expect(record.notCounting.map(({ reason }) => reason)).toEqual([
    'arbitrated',
    'arbitrated',
    'arbitrated',
    'arbitrated',
    'superseded',
  ])
})

test('a cell without a score has a record, too, and no value', () => {
  const waiting = told({ ...cell, ratings: cell.ratings.slice(0, 3) })
  expect(waiting).toMatchObject({ status: 'needs_arbitration', value: null, by: null, arbitration: null })
  expect(told({ ...cell, ratings: [] })).toMatchObject({ status: 'incomplete', value: null })
})

test('a change is a new version, nothing changed is none, in whatever order keys come back', () => {
  const first = nextVersion(null, told(cell))
  expect(first?.version).toBe(1)
  if (!first) return
  const stored: AgreedRecord = {
    ...first,
    counting: first.counting.map(({ ratingId, value }) => ({ value, ratingId })),
  }
  expect(nextVersion(stored, told(cell))).toBeNull()
  expect(nextVersion(first, { ...told(cell), rubricVersion: 3 })?.version).toBe(2)
})

test('a decision is a level of the scale; a meeting is of two different people', () => {
  const alone = { by: 'meeting', value: 3, cause: null, minutes: 'Talked.', present: ['a', 'a'] } as const
  expect(() => requireDecision(alone, scale)).toThrow('at least two different people')
  const inspector = { by: 'inspector', value: 2.5, cause: 'taste', inspectorId: 'i' } as const
  expect(() => requireDecision(inspector, scale)).toThrow('1 to 5 in steps of 1: 2.5 is none')
  expect(() => requireDecision({ ...inspector, value: 2 }, scale)).not.toThrow()
})

test('one extra rater at a time sees the whole task, for the cells that ask', () => {
  const asks = { outputId: 'o1', criterionId: 'c1', step: { step: 'ask_extra' } satisfies CellStep }
  const agreed = { outputId: 'o2', criterionId: 'c1', step: cellStep(cell, { terms, scale }) }
  const other = { ...asks, criterionId: 'c2' }
  expect(extraRequest([asks, agreed, other])).toEqual({
    outputs: ['o1'],
    cells: [
      { outputId: 'o1', criterionId: 'c1' },
      { outputId: 'o1', criterionId: 'c2' },
    ],
  })
  expect(extraRequest([agreed])).toBeNull()
  expect(extraRequest([asks, { ...other, step: { step: 'await_extra' } }])).toBeNull()
})
