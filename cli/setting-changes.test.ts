import { expect, test } from 'vitest'
import { UsageError } from './command'
import { settingChanges } from './setting-changes'

test('fields and values become changes', () => {
  const given = [
    'checks.gold=0.07',
    'checks.repeat=0',
    'ratings_per_task=4',
    'spot_check=null',
    'agreement.rule=mean',
    'a.b=x=y',
    'm.d.ladder=["warn"]',
  ]
  expect(settingChanges(given)).toEqual({
    checks: { gold: 0.07, repeat: 0 },
    ratings_per_task: 4,
    spot_check: null,
    agreement: { rule: 'mean' },
    a: { b: 'x=y' },
    m: { d: { ladder: ['warn'] } },
  })
})

test('what is no setting is refused, and no name reaches beyond the changes', () => {
  for (const given of ['checks.gold', '=3', 'checks..gold=1'])
    expect(() => settingChanges([given])).toThrow(UsageError)
  settingChanges(['__proto__.on=true'])
  expect({}).not.toHaveProperty('on')
})
