/** One setting that differs: `checks.gold` from 0 to 0.07. Lists, and a group that was or becomes null, count as one. */
export type SettingDifference = { field: string; from: unknown; to: unknown }

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What differs between two versions of settings, by field. */
export function settingDifferences(from: unknown, to: unknown, field = ''): SettingDifference[] {
  if (!isGroup(from) || !isGroup(to)) {
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }]
  }
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((name) =>
    settingDifferences(from[name], to[name], field ? `${field}.${name}` : name),
  )
}

/** Every setting by its field, in order. */
export function settingFields(settings: unknown, field = ''): { field: string; value: unknown }[] {
  if (!isGroup(settings)) return [{ field, value: settings }]
  return Object.entries(settings).flatMap(([name, value]) =>
    settingFields(value, field ? `${field}.${name}` : name),
  )
}
