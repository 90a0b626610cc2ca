import { randomUUID } from 'node:crypto'
import {
  settingDifferences,
  type SettingDifference,
} from '@/lib/domain/quality/rule-changes/setting-differences'
import {
  settingsOf,
  withChanges,
  type RuleChanges,
  type RuleSettings,
} from '@/lib/domain/quality/rule-changes/rule-settings'
import { UserError } from '@/lib/domain/user-error'
import type { Db, Transaction } from '@/lib/data/db'
import type { StudyState } from '@/lib/data/generated/enums'
import type { Protocol } from '@/lib/data/generated/client'

/** What a change of the rules comes to, before anything is written. */
export type PlannedChange = {
  /** The version in force. */
  row: Protocol
  settings: RuleSettings
  changed: SettingDifference[]
}

/** Rules may change until the study is closed: what is under arbitration then must not get other rules. */
export function refuseClosed({ slug, state }: { slug: string; state: StudyState }): void {
  if (state === 'draft' || state === 'open' || state === 'paused') return
  throw new UserError('closed', `"${slug}" is ${state}; its rules cannot change any more.`)
}

/**
 * @param expected the version that the change was made from; null where whoever asks did not look
 * @throws UserError `invalid` with the fields, `conflict` where another version came in between
 */
export async function plannedChange(
  at: Db | Transaction,
  study: { id: string },
  { changes, expected }: { changes: RuleChanges; expected: number | null },
): Promise<PlannedChange> {
  const row = await at.protocol.findFirstOrThrow({
    where: { studyId: study.id },
    orderBy: { version: 'desc' },
  })
  if (expected !== null && expected !== row.version) {
    throw new UserError('conflict', `The rules are at version ${row.version} by now; look at them again.`)
  }
  const before = settingsOf(row)
  const settings = withChanges(before, changes)
  return { row, settings, changed: settingDifferences(before, settings) }
}

/** The next version of a protocol: what the settings say, and all else as it was. */
export function nextProtocol(row: Protocol, settings: RuleSettings) {
  const { method, presentation, sheetSize, leaseSeconds, aggregation, baseline, studyId } = row
  const { agreement } = settings
  return {
    id: randomUUID(),
    version: row.version + 1,
    studyId,
    method,
    presentation,
    sheetSize,
    leaseSeconds,
    aggregation,
    baseline,
    ratingsPerTask: settings.ratings_per_task,
    tolerance: agreement.tolerance,
    rule: agreement.rule,
    extraRatings: agreement.extra_ratings,
    checks: settings.checks,
    spotCheck: settings.spot_check ?? {},
    calibration: settings.calibration,
    monitors: settings.monitors,
    arbitration: settings.arbitration,
  }
}
