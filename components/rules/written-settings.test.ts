import { expect, test } from 'vitest'
import { ruleSettings, withChanges } from '@/lib/domain/quality/rule-changes/rule-settings'
import { changesBetween, writtenSettings, type Written } from './written-settings'

const settings = ruleSettings.parse({ checks: { gold: 0.07 } })
const written = writtenSettings(settings)

test('shares are typed as percentages and come back as they were', () => {
  expect(written['checks.gold']).toBe('7')
  expect(changesBetween(written, written)).toEqual({})
  for (const percent of ['0.1', '7', '12.5', '33.3', '90']) {
    const changes = changesBetween(written, {
      ...written,
      'checks.gold': percent,
      'calibration.inside_band': percent,
    })
    const after = withChanges(settings, changes)
    expect(writtenSettings(after)['calibration.inside_band']).toBe(percent)
  }
})

test('only what differs is a change, and a figure that is none is sent as it was typed', () => {
  const now = {
    ...written,
    'agreement.tolerance': null,
    'monitors.patience': 'many',
    'monitors.monitors.drift.ladder': ['flag'],
  }
  expect(changesBetween(written, now)).toEqual({
    agreement: { tolerance: null },
    monitors: { patience: 'many', monitors: { drift: { ladder: ['flag'] } } },
  })
})

test('spot checks turned on are changed as a whole, and turned off as one word', () => {
  const on: Written = { ...written, 'spot_check.max_error': '5' }
  const { spot_check: _off, ...rest } = on
  expect(changesBetween(written, rest)).toEqual({ spot_check: { max_error: 0.05 } })
  expect(
    changesBetween(
      { ...written, spot_check: null, 'spot_check.accept': '2' },
      { ...written, spot_check: null },
    ),
  ).toEqual({})
})
