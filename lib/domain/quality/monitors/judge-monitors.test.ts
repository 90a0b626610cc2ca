import { expect, test } from 'vitest'
import { judgeMonitors, type Standing } from './judge-monitors'
import { isBeyond, limitsOf } from './limits'
import { monitorNames } from './monitor-name'
import { monitorRules, monitorStep, ruleLevel } from './monitor-rules'
import type { Panel } from './panel'
import type { Signal } from './signal'

const rules = monitorRules.parse({})
const now = new Date('2026-11-22T09:00:00Z')
const panel: Panel = {
  raters: 30,
  severity: 0,
  inconsistency: 0.8,
  agreement: 0.7,
  pace: 0.2,
  entropy: 2,
  repetition: 0.4,
}
const nobody: Panel = {
  raters: 0,
  severity: null,
  inconsistency: null,
  agreement: null,
  pace: null,
  entropy: null,
  repetition: null,
}

function signal(monitor: Signal['monitor'], low: number, high: number): Signal {
  return { monitor, value: (low + high) / 2, n: 50, interval: { low, high }, surely: { low, high } }
}

const random = signal('agreement', -0.1, 0.2)
const standing = (one: Signal, more: Partial<Standing> = {}): Standing => {
  return { signals: [one], panel, tasks: 50, taken: [], ...more }
}

test('the first step is taken at once, the next after some more tasks, and then a person is asked', () => {
  const steps: Standing['taken'][number][] = []
  const taken = []
  for (let tasks = 50; tasks <= 200; tasks += 1)
    for (const action of judgeMonitors(standing(random, { tasks, taken: steps }), rules, now)) {
      steps.push(action)
      taken.push([action.step, action.tasks])
    }
  expect(taken).toEqual([
    ['warn', 50],
    ['pause', 70],
  ])
})

test('an action says why and when', () => {
  expect(judgeMonitors(standing(random), rules, now)).toEqual([
    {
      monitor: 'agreement',
      step: 'warn',
      at: now,
      tasks: 50,
      because: { value: random.value, n: 50, surely: random.surely, limits: { low: 0.4 * 0.7, high: null } },
    },
  ])
})

test('an interval that reaches into what is allowed leads to nothing, however bad the value', () => {
  expect(judgeMonitors(standing(signal('agreement', -0.5, 0.29)), rules, now)).toEqual([])
  expect(judgeMonitors(standing({ ...random, surely: null }), rules, now)).toEqual([])
})

test('no rule excludes, and severity is flagged and nothing more', () => {
  expect(monitorStep.options).not.toContain('exclude')
  const severe = signal('severity', 1.1, 1.3)
  const [first] = judgeMonitors(standing(severe), rules, now)
  expect(first?.step).toBe('flag')
  const again = standing(severe, { tasks: 500, taken: [{ monitor: 'severity', step: 'flag', tasks: 50 }] })
  expect(judgeMonitors(again, rules, now)).toEqual([])
  expect(monitorRules.safeParse({ monitors: { severity: { ladder: ['pause'] } } }).success).toBe(false)
})

test('a rule that is off, and a panel that is not there yet, judge nobody', () => {
  const off = monitorRules.parse({ monitors: { agreement: { on: false } } })
  expect(judgeMonitors(standing(random), off, now)).toEqual([])
  expect(judgeMonitors(standing(random, { panel: nobody }), rules, now)).toEqual([])
  for (const monitor of ['severity', 'inconsistency', 'agreement', 'entropy', 'run'] as const)
    expect(limitsOf(signal(monitor, 9, 9), rules, nobody)).toBeNull()
})

test('the risk is split over the monitors that are on', () => {
  expect(ruleLevel(rules).risk).toBeCloseTo(0.01 / monitorNames.length, 12)
  const fewer = monitorRules.parse({ false_flags: 0.02, monitors: { halo: { on: false } } })
  expect(ruleLevel(fewer).risk).toBeCloseTo(0.02 / (monitorNames.length - 1), 12)
})

test.each([
  ['severity', [-1.2, -0.8], [-0.8, -0.7]],
  ['inconsistency', [1.3, 1.6], [1.2, 1.6]],
  ['drift', [0.2, 0.8], [-0.2, 0.8]],
  ['seconds', [0.1, 0.2], [0.1, 0.3]],
  ['run', [400, 400], [8, 8]],
  ['entropy', [0, 0.6], [0, 0.8]],
  ['pattern', [0.8, 1], [0.7, 1]],
  ['neighbour', [0.35, 0.6], [0.2, 0.6]],
  ['halo', [0.98, 1], [0.9, 1]],
  ['gold_error', [0.6, 0.9], [0.4, 0.9]],
  ['gold_bias', [1.1, 1.5], [0.9, 1.5]],
  ['repeat', [0.2, 0.4], [0.2, 0.6]],
] as const)('%s is beyond its limit only where all of its interval is', (monitor, beyond, not) => {
  const judged = ([low, high]: readonly [number, number]) => {
    const one = signal(monitor, low, high)
    return isBeyond(one, limitsOf(one, rules, panel))
  }
  expect([judged(beyond), judged(not)]).toEqual([true, false])
})
