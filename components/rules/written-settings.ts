import { settingFields } from '@/lib/domain/quality/rule-changes/setting-differences'
import { isShare } from './setting-names'

/** Settings as they stand in a form: by field, figures as they are typed. `spot_check` and `agreement.tolerance` may be off. */
export type Written = Readonly<Record<string, string | boolean | readonly string[] | null>>

/** As somebody would type it: no more digits than it has. */
function typed(field: string, value: unknown): Written[string] {
  if (typeof value === 'number') return String(isShare(field) ? Number((100 * value).toPrecision(12)) : value)
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'boolean' || value === null ? value : String(value)
}

export function writtenSettings(settings: unknown): Written {
  return Object.fromEntries(settingFields(settings).map(({ field, value }) => [field, typed(field, value)]))
}

const words: ReadonlySet<string> = new Set([
  'agreement.rule',
  'arbitration.unit',
  'arbitration.settled_by',
  'arbitration.last',
])

/** What was typed as a value; what is no number is sent as it is, and refused by name. */
export function valueOf(field: string, written: Written[string]): unknown {
  if (typeof written !== 'string' || words.has(field)) return written
  const number = Number(written)
  if (written.trim() === '' || Number.isNaN(number)) return written
  return isShare(field) ? Number((number / 100).toPrecision(12)) : number
}

type Changes = { [name: string]: unknown }

/** What differs from the settings in force, as `changeRules` takes it. */
export function changesBetween(before: Written, now: Written): Changes {
  const changes: Changes = {}
  for (const [field, written] of Object.entries(now)) {
    if (JSON.stringify(written) === JSON.stringify(before[field])) continue
    put(changes, field.split('.'), valueOf(field, written))
  }
  return changes
}

function put(changes: Changes, [name = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    changes[name] = value
    return
  }
  const branch = (changes[name] ??= {})
  put(branch as Changes, rest, value)
}
