import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { protocol } from '@/lib/domain/study/protocol'
import { cellStep, type CellFacts } from './cell-step'
import { largestGroups } from './groups-within'
import { arbitrationTemplates } from './templates'
import { arbitrationTerms, termsOf, type ArbitrationTerms } from './terms'

const scale = { min: 1, max: 5, step: 1 }
const usual = termsOf(protocol.parse({ method: 'absolute' }))

/** Facts of a cell: the first scores, then the extra ones in order of arrival. */
function facts(first: number[], extra: number[] = [], more: Partial<CellFacts> = {}): CellFacts {
  const values = [...first, ...extra]
  return {
    ratings: values.map((value, place) => ({
      ratingId: `r${place + 1}`,
      value,
      extra: place >= first.length,
    })),
    required: first.length,
    pendingExtras: 0,
    someoneLeft: true,
    decision: null,
    ...more,
  }
}
const stepOf = (cell: CellFacts, terms: ArbitrationTerms = usual, on = scale) =>
  cellStep(cell, { terms, scale: on })
const ids = (ratings: { ratingId: string }[]) => ratings.map(({ ratingId }) => ratingId).join(' ')

describe('by the default terms', () => {
  test('ratings within one step agree on their median; fewer than k are waited for', () => {
    expect(stepOf(facts([4, 5, 4]))).toMatchObject({ step: 'agreed', by: 'all', value: 4 })
    expect(stepOf(facts([4, 5], [], { required: 3 }))).toEqual({ step: 'await_ratings', missing: 1 })
    expect(stepOf(facts([], [], { required: 0 }))).toEqual({ step: 'await_ratings', missing: 1 })
  })

  test('beyond it one extra rater is asked at a time, even where two of three agree', () => {
    expect(stepOf(facts([2, 4, 4]))).toEqual({ step: 'ask_extra' })
    expect(stepOf(facts([2, 4, 4], [], { pendingExtras: 1 }))).toEqual({ step: 'await_extra' })
  })

  test('an extra rating settles the cell where a strict majority lies within the tolerance', () => {
    const step = stepOf(facts([1, 4, 4], [5]))
    expect(step).toMatchObject({ step: 'agreed', by: 'majority', value: 4 })
    if (step.step !== 'agreed') return
    expect([ids(step.counting), ids(step.outlying)]).toEqual(['r2 r3 r4', 'r1'])
    // Two of four are no strict majority.
    expect(stepOf(facts([1, 1, 4], [5]))).toEqual({ step: 'ask_extra' })
  })

  test('of groups of one size the one with the smaller spread counts', () => {
    const wide: ArbitrationTerms = { ...usual, rule: 'mean', tolerance: { unit: 'steps', value: 2 } }
    // 1 3 3 and 3 3 4 are three of five each; the latter lie closer together.
    const step = stepOf(facts([1, 3, 7], [3, 4]), wide, { ...scale, max: 9 })
    expect(step).toMatchObject({ by: 'majority', value: 10 / 3 })
    expect(largestGroups(facts([1, 3, 6, 7]).ratings, 2).map(({ spread }) => spread)).toEqual([1])
    expect(largestGroups(facts([1, 3, 6, 8]).ratings, 2)).toHaveLength(2)
  })

  test('groups tied to the last settle a cell if they come to one value, and else do not', () => {
    // 1 2 2 and 2 2 3: the median of either is 2. The group whose members came earlier counts.
    const same = stepOf(facts([1, 2, 3], [2]))
    expect(same).toMatchObject({ step: 'agreed', value: 2 })
    if (same.step === 'agreed') expect(ids(same.counting)).toBe('r1 r2 r4')
    // 1 1 2 says 1, 2 3 3 says 3.
    expect(stepOf(facts([1, 2, 3], [1, 3]))).toMatchObject({ step: 'decide', because: 'extras_used' })
  })

  test('after two extra ratings without a majority, or when nobody is left to ask, an inspector decides', () => {
    const decide = { step: 'decide', who: 'inspector' }
    expect(stepOf(facts([1, 1, 3], [3, 5]))).toEqual({ ...decide, because: 'extras_used' })
    expect(stepOf(facts([1, 1, 3], [], { someoneLeft: false }))).toEqual({
      ...decide,
      because: 'nobody_left',
    })
    expect(stepOf(facts([1, 1, 3], [3, 5]), { ...usual, last: 'meeting' })).toMatchObject({ who: 'meeting' })
    expect(stepOf(facts([1, 1, 3]), { ...usual, extra_ratings: 0 })).toMatchObject({ step: 'decide' })
  })

  test('a decision stands, whatever becomes of the ratings', () => {
    const decision = { by: 'inspector', value: 3, cause: 'taste', inspectorId: 'i1' } as const
    expect(stepOf(facts([1, 1, 5], [3, 5], { decision }))).toEqual({ step: 'decided', value: 3, decision })
    expect(stepOf(facts([], [], { required: 3, decision }))).toMatchObject({ step: 'decided' })
  })

  test('an extra rating does not stand in for a rater who was excluded: the cell waits for its k again', () => {
    const cell = facts([2, 4], [4], { required: 4 })
    expect(stepOf(cell)).toEqual({ step: 'await_ratings', missing: 1 })
  })

  test('raising k waits for more, lowering it leaves all that was said in place', () => {
    expect(stepOf(facts([4, 5, 4], [], { required: 5 }))).toEqual({ step: 'await_ratings', missing: 2 })
    expect(stepOf(facts([4, 5, 4, 4, 5], [], { required: 3 }))).toMatchObject({ step: 'agreed', value: 4 })
    expect(stepOf(facts([4, 5, 1, 4, 5], [], { required: 3 }))).toEqual({ step: 'ask_extra' })
  })

  test('the tolerance is in steps of the scale, whatever binary fractions say', () => {
    const tenths = { min: 0, max: 1, step: 0.1 }
    expect(stepOf(facts([0.1, 0.2, 0.2]), usual, tenths)).toMatchObject({ step: 'agreed' })
    const three: ArbitrationTerms = { ...usual, tolerance: { unit: 'steps', value: 3 } }
    expect(stepOf(facts([0.1, 0.4, 0.2]), three, tenths)).toMatchObject({ step: 'agreed' })
    expect(stepOf(facts([0.1, 0.5, 0.2]), three, tenths)).toMatchObject({ step: 'ask_extra' })
  })
})

describe('by a template', () => {
  const back = arbitrationTemplates.双人背靠背_第三人仲裁()
  const marking = { min: 0, max: 60, step: 1 }
  const double = arbitrationTemplates.高考双评(marking)

  test('all are terms that can be stored', () => {
    for (const template of Object.values(arbitrationTemplates)) {
      const terms = template(marking)
      expect(arbitrationTerms.parse(terms)).toEqual(terms)
    }
  })

  test('双人背靠背 + 第三人仲裁: the third is combined with the nearer', () => {
    expect(stepOf(facts([3, 4]), back)).toMatchObject({ by: 'all', value: 3.5 })
    expect(stepOf(facts([1, 4]), back)).toEqual({ step: 'ask_extra' })
    const step = stepOf(facts([1, 4], [3]), back)
    expect(step).toMatchObject({ step: 'agreed', by: 'nearest', value: 3.5 })
    if (step.step === 'agreed') expect(ids(step.outlying)).toBe('r1')
    expect(stepOf(facts([1, 3], [5]), back)).toMatchObject({ value: 4 })
    expect(stepOf(facts([1, 5], [3]), back)).toEqual({
      step: 'decide',
      who: 'inspector',
      because: 'extras_used',
    })
  })

  test('三人取中位: three, and their median, however far apart', () => {
    expect(stepOf(facts([1, 5, 4]), arbitrationTemplates.三人取中位())).toMatchObject({ by: 'all', value: 4 })
  })

  test('高考双评: a tolerance in marks, a third marker within it, else the chief', () => {
    expect(double.tolerance).toEqual({ unit: 'marks', value: 6 })
    expect(stepOf(facts([40, 46]), double, marking)).toMatchObject({ by: 'all', value: 43 })
    expect(stepOf(facts([40, 47]), double, marking)).toEqual({ step: 'ask_extra' })
    expect(stepOf(facts([40, 47], [45]), double, marking)).toMatchObject({ by: 'nearest', value: 46 })
    expect(stepOf(facts([40, 47], [55]), double, marking)).toMatchObject({ step: 'decide', who: 'inspector' })
    const short = { min: 0, max: 4, step: 0.5 }
    expect(arbitrationTemplates.高考双评(short).tolerance).toEqual({ unit: 'marks', value: 0.5 })
  })
})

test('always: no value without agreement, within what was said, upside down as upright, in any order', () => {
  const score = fc.integer({ min: 1, max: 5 })
  const cells = fc.tuple(
    fc.array(score, { minLength: 3, maxLength: 3 }),
    fc.array(score, { maxLength: 3 }),
    fc.constantFrom('median' as const, 'mean' as const, 'trimmed' as const),
  )
  fc.assert(
    fc.property(cells, ([first, extra, rule]) => {
      const terms = { ...usual, rule, extra_ratings: 3 }
      const step = stepOf(facts(first, extra), terms)
      const turned = stepOf(
        facts(
          first.map((v) => 6 - v),
          extra.map((v) => 6 - v),
        ),
        terms,
      )
      const reversed = stepOf(facts(first.toReversed(), extra), terms)
      expect(turned.step).toBe(step.step)
      expect(reversed.step).toBe(step.step)
      if (step.step !== 'agreed' || turned.step !== 'agreed' || reversed.step !== 'agreed') return
      expect(turned.value).toBeCloseTo(6 - step.value, 9)
      expect(reversed.value).toBeCloseTo(step.value, 9)
      const counting = step.counting.map(({ value }) => value)
      expect(Math.max(...counting) - Math.min(...counting)).toBeLessThanOrEqual(1)
      expect(counting.length * 2).toBeGreaterThan(first.length + extra.length)
      expect(counting.length + step.outlying.length).toBe(first.length + extra.length)
    }),
  )
})

test('a rule that cannot be taken cell by cell is refused by name', () => {
  expect(() => stepOf(facts([4, 4, 4]), { ...usual, rule: 'p910' })).toThrow('p910')
})
