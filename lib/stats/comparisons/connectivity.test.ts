import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectivity } from './connectivity'
import { countsOf, pandalm } from './examples'

test('wins both ways, round a circle, or a tie connect', () => {
  expect(connectivity(pandalm)).toEqual({ connected: true, reason: null, components: [[0, 1, 2, 3, 4]] })
  expect(connectivity(countsOf([[0, 1], [0, 0, 1], [1]])).connected).toBe(true)
  expect(connectivity(countsOf([[], []], [[0, 1], [1]])).connected).toBe(true)
})

test('a dropped tie does not connect', () => {
  const counts = countsOf([[], []], [[0, 1], [1]])
  const wanted = { connected: false, reason: 'disconnected', components: [[0], [1]] }
  expect(connectivity(counts, { ties: 'drop' })).toEqual(wanted)
})

test('of groups that were never compared each is named, a model alone too', () => {
  const counts = countsOf([[0, 0, 0, 2], [], [], [1, 0, 0, 0, 1], []])
  expect(connectivity(counts)).toMatchObject({ reason: 'disconnected', components: [[0, 3, 4], [1], [2]] })
})

test('where wins go one way only the groups stand best first', () => {
  const counts = countsOf([[], [0, 0, 1, 1], [1, 1], [1]])
  expect(connectivity(counts)).toMatchObject({ reason: 'unbounded', components: [[1, 2], [3], [0]] })
})

test('one component holds exactly the models that reach each other, checked by paths of all lengths', () => {
  const edges = fc.array(
    fc.array(
      fc.nat(3).map((n) => (n === 3 ? 1 : 0)),
      { minLength: 6, maxLength: 6 },
    ),
    {
      minLength: 6,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(edges, (wins) => {
      const own = wins.map((row, a) => row.map((won, b) => (a === b ? 0 : won)))
      const { connected, reason, components } = connectivity(countsOf(own))
      const paths = own.map((row, a) => row.map((won, b) => a === b || won > 0))
      for (const k of paths.keys())
        for (const row of paths) for (const b of row.keys()) row[b] ||= (row[k] && paths[k]?.[b]) ?? false
      const mutual = (a: number, b: number) => Boolean(paths[a]?.[b] && paths[b]?.[a])
      expect(components.flat().sort()).toEqual([0, 1, 2, 3, 4, 5])
      expect(connected).toBe([1, 2, 3, 4, 5].every((b) => mutual(0, b)))
      if (reason !== 'unbounded') return
      for (const [place, component] of components.entries()) {
        for (const model of component) {
          for (const other of component) expect(mutual(model, other)).toBe(true)
          for (const better of components.slice(0, place).flat()) expect(paths[model]?.[better]).toBe(false)
        }
      }
    }),
  )
})

test('a long chain of models is walked without running out of stack', () => {
  const models = 1000
  const wins = new Float64Array(models * models)
  for (let model = 0; model + 1 < models; model += 1) wins[model * models + model + 1] = 1
  expect(connectivity({ models, wins, ties: new Float64Array(models * models) }).components).toHaveLength(
    models,
  )
})
