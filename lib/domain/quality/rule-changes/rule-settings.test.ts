import { expect, test } from 'vitest'
import type { UserError } from '@/lib/domain/user-error'
import { ruleSettings, settingsOf, withChanges } from './rule-settings'
import { ruleWarnings } from './rule-warnings'
import { settingDifferences } from './setting-differences'

const defaults = ruleSettings.parse({})

function refusal(changes: Record<string, unknown>): UserError {
  try {
    withChanges(defaults, changes)
  } catch (error) {
    return error as UserError
  }
  throw new RangeError('should have been refused')
}

test('what is named changes, and nothing else', () => {
  const changed = withChanges(defaults, {
    checks: { gold: 0.07 },
    monitors: { monitors: { severity: { on: false }, drift: { ladder: [] } } },
    ratings_per_task: 4,
  })
  expect(settingDifferences(defaults, changed)).toEqual([
    { field: 'ratings_per_task', from: 3, to: 4 },
    { field: 'checks.gold', from: 0, to: 0.07 },
    { field: 'monitors.monitors.severity.on', from: true, to: false },
    { field: 'monitors.monitors.drift.ladder', from: ['warn', 'recalibrate', 'pause'], to: [] },
  ])
})

test('spot checks are turned on by naming one figure, and off by null', () => {
  const on = withChanges(defaults, { spot_check: { max_error: 0.05 } })
  expect(on.spot_check).toMatchObject({ max_error: 0.05, accept: 2, lot_ratings: 50 })
  expect(withChanges(on, { spot_check: null }).spot_check).toBeNull()
})

test('what is wrong is said by field, with what came and what was expected, all at once', () => {
  const { more } = refusal({
    checks: { gold: 2 },
    ratings_per_task: 0,
    agreement: { rule: 'mode' },
    spot_check: { max_error: 1 },
  })
  expect(more.fields).toEqual({
    'checks.gold': '2 came, expected at most 1',
    ratings_per_task: '0 came, expected at least 1',
    'agreement.rule': 'mode came, expected one of median, mean, trimmed, p910',
    'spot_check.max_error': '1 came, expected less than 1',
  })
})

test('a setting that does not exist is refused by name, and so are checks that leave no work', () => {
  expect(Object.keys(refusal({ checks: { silver: 0.1, gold: 7 }, colour: 'red' }).more.fields ?? {})).toEqual(
    ['checks.silver', 'colour', 'checks.gold'],
  )
  expect(refusal({ checks: { gold: 0.6, repeat: 0.35 } }).more.fields).toEqual({
    checks: '0.95 came, expected gold, repeat and degraded of at most 0.9 together',
  })
  const most = { gold: 0.6, repeat: 0.2, degraded: 0.1 }
  expect(withChanges(defaults, { checks: most }).checks).toEqual(most)
  expect(refusal({ monitors: { monitors: { severity: { ladder: ['pause'] } } } }).more.fields).toHaveProperty(
    'monitors.monitors.severity.ladder.0',
  )
})

test('a protocol kept before a setting existed has its default', () => {
  const old = {
    ratingsPerTask: 2,
    tolerance: null,
    rule: 'mean',
    extraRatings: 0,
    checks: {},
    spotCheck: {},
  } as const
  expect(settingsOf({ ...old, calibration: {}, monitors: {}, arbitration: {} })).toEqual({
    ...defaults,
    ratings_per_task: 2,
    agreement: { tolerance: null, rule: 'mean', extra_ratings: 0 },
  })
})

test('gold without anchors is warned of with how many are needed, and a plan that honest people fail', () => {
  const facts = { goldTasks: 4, tasksPerRater: 100, outlook: null }
  expect(ruleWarnings(defaults, facts)).toEqual([])
  const gold = withChanges(defaults, { checks: { gold: 0.1 } })
  expect(ruleWarnings(gold, facts)).toEqual([{ id: 'gold_short', have: 4, needed: 18, tasks: 100 }])
  const difference = { rate: 0.3, low: 0.2, high: 0.4, pairs: 90 }
  const outlook = { difference, passes: 0.4, atWorst: 0.2, atBest: 0.7, tooStrict: true }
  expect(ruleWarnings(gold, { ...facts, goldTasks: 40, outlook })).toEqual([
    { id: 'too_strict', passes: 0.4 },
  ])
})
