import { z } from 'zod'
import { unknownFields } from '@/lib/domain/bundle/field-problems'
import { came, wanted } from '@/lib/domain/bundle/said'
import { leaveWork, MOST_CHECKS, totalRate } from '@/lib/domain/quality/checks/check-kind'
import { rulesOf, type StoredProtocol } from '@/lib/domain/quality/quality-rules'
import { spotCheckTerms } from '@/lib/domain/quality/spot-check/terms'
import { protocol } from '@/lib/domain/study/protocol'
import type { Problem } from '@/lib/domain/user-error'
import { problemsOf, problemWith, refusedFor } from './refused-input'

/** What of a protocol may change while a study runs, under the names of study.yaml. */
export const ruleSettings = protocol.pick({
  ratings_per_task: true,
  agreement: true,
  checks: true,
  spot_check: true,
  calibration: true,
  monitors: true,
  arbitration: true,
})
export type RuleSettings = z.infer<typeof ruleSettings>

/** What is asked to be different; what is not named stays. `spot_check: null` turns spot checks off. */
export const ruleChanges = z.record(z.string().max(40), z.unknown())
export type RuleChanges = z.infer<typeof ruleChanges>

/** The settings of a version of a protocol. */
export function settingsOf(row: StoredProtocol): RuleSettings {
  const { checks, spotCheck, calibration, monitors, arbitration } = rulesOf(row)
  const { unit } = ruleSettings.shape.arbitration.parse(row.arbitration)
  return {
    ratings_per_task: row.ratingsPerTask,
    agreement: { tolerance: row.tolerance, rule: row.rule, extra_ratings: row.extraRatings },
    checks,
    spot_check: spotCheck,
    calibration,
    monitors,
    arbitration: { unit, settled_by: arbitration.settled_by, last: arbitration.last },
  }
}

/**
 * The settings with the changes in them.
 *
 * @throws UserError `invalid` with every field that is wrong or unknown
 */
export function withChanges(settings: RuleSettings, changes: RuleChanges): RuleSettings {
  const raw = merged(settings, changes)
  const parsed = ruleSettings.safeParse(raw)
  const problems = [
    ...unknownSettings(raw),
    ...(parsed.success ? crowded(parsed.data) : problemsOf(raw, parsed.error)),
  ]
  if (!parsed.success || problems.length > 0) throw refusedFor(problems, 'These rules cannot be used.')
  return parsed.data
}

const everySetting = { ...ruleSettings.parse({}), spot_check: spotCheckTerms.parse({}) }

function unknownSettings(raw: unknown): Problem[] {
  return unknownFields(raw, everySetting).map((field) =>
    problemWith({ field, got: came('unknownField'), expected: 'a setting of the rules' }),
  )
}

/** Nearly nothing but checks would be next to no work, and what is asked for here is what is done. */
function crowded({ checks }: RuleSettings): Problem[] {
  if (leaveWork(checks)) return []
  const got = `${Number(totalRate(checks).toFixed(6))}`
  return [problemWith({ field: 'checks', got, expected: wanted('checksTogether', { limit: MOST_CHECKS }) })]
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Groups are merged, all else replaces: a list is one setting. */
function merged(known: unknown, change: unknown): unknown {
  if (!isGroup(change)) return change
  const before = isGroup(known) ? known : {}
  const changed = Object.entries(change).map(([name, value]) => [
    name,
    merged(Object.hasOwn(before, name) ? before[name] : undefined, value),
  ])
  return { ...before, ...Object.fromEntries(changed) }
}
