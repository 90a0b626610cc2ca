import { settingFields } from '@/lib/domain/quality/rule-changes/setting-differences'
import type { RulesPage } from '@/lib/domain/quality/views/rules-view'
import type { RulesChange } from '@/lib/data/rules/change-rules'
import { UsageError } from './command'

type Tree = { [name: string]: unknown }

/**
 * `checks.gold=0.07` and the like as changes. A value is a number, true, false, null (off), a list in brackets, or else a
 * word as it stands.
 */
export function settingChanges(assignments: readonly string[]): Tree {
  const changes: Tree = {}
  for (const assignment of assignments) {
    const [field = '', text] = splitOnce(assignment)
    const path = field.split('.')
    if (text === undefined || path.includes('')) {
      throw new UsageError(`--set wants <field>=<value>, such as checks.gold=0.07; "${assignment}" came`)
    }
    put(changes, path, valueOf(text))
  }
  return changes
}

function splitOnce(assignment: string): [string, string?] {
  const at = assignment.indexOf('=')
  return at < 0 ? [assignment] : [assignment.slice(0, at), assignment.slice(at + 1)]
}

function put(tree: Tree, [name = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    define(tree, name, value)
    return
  }
  const known = Object.hasOwn(tree, name) ? tree[name] : undefined
  const branch: Tree = typeof known === 'object' && known !== null ? { ...known } : {}
  put(branch, rest, value)
  define(tree, name, branch)
}

/** A name is never anything but a name, `__proto__` neither. */
function define(tree: Tree, name: string, value: unknown): void {
  Object.defineProperty(tree, name, { value, enumerable: true, configurable: true, writable: true })
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** One setting a line, as `--set` takes it. */
export function rulesText({ study, version, settings, supply, warnings }: RulesPage): string {
  const lines = settingFields(settings).map(({ field, value }) => `${field}=${shown(value)}`)
  const anchors = `${supply.anchors} anchors, calibration ${supply.inForce ? 'in force' : 'not in force'}`
  return [
    `${study.slug}: ${study.state}, rules version ${version}, ${anchors}`,
    ...lines,
    ...warnings.map(warningText),
  ].join('\n')
}

/** What changed, a setting a line, and what it did. */
export function changeText({
  version,
  changed,
  opened,
  withdrawn,
  settledAnew,
  warnings,
}: RulesChange): string {
  const lines = changed.map(({ field, from, to }) => `${field}: ${shown(from)} → ${shown(to)}`)
  const did = `${opened} openings made, ${withdrawn} withdrawn, ${settledAnew} tasks settled anew`
  const head = changed.length > 0 ? `rules version ${version}` : `rules version ${version}; nothing changed`
  return [head, ...lines, ...(changed.length > 0 ? [did] : []), ...warnings.map(warningText)].join('\n')
}

const warningText = (warning: RulesChange['warnings'][number]) =>
  warning.id === 'gold_short'
    ? `warning: ${warning.have} gold tasks; a rater with ${warning.tasks} tasks ahead needs ${warning.needed}`
    : `warning: stricter than honest people: an honest lot passes with a chance of ${warning.passes.toPrecision(2)}`

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
