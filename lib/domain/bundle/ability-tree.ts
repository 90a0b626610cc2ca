import type { AbilityWeight } from '@/lib/domain/study/study-file'
import type { AbilityCount } from './import-view'
import { wanted, type Finding } from './said'

/** Prompts by ability and by every path above it; a prompt counts once in each. */
export class AbilityTally {
  readonly #prompts = new Map<string, number>()

  add(abilities: readonly string[]): void {
    for (const path of new Set(abilities.flatMap(withParents))) {
      this.#prompts.set(path, (this.#prompts.get(path) ?? 0) + 1)
    }
  }

  has(path: string): boolean {
    return this.#prompts.has(path)
  }

  get paths(): string[] {
    return [...this.#prompts.keys()]
  }

  get topPaths(): string[] {
    return this.paths.filter((path) => !path.includes('/'))
  }

  tree(above = ''): AbilityCount[] {
    const depth = above === '' ? 1 : above.split('/').length + 1
    const inside = (path: string) =>
      path.split('/').length === depth && (above === '' || path.startsWith(`${above}/`))
    return this.paths.filter(inside).map((path) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      path,
      prompts: this.#prompts.get(path) ?? 0,
      children: this.tree(path),
    }))
  }
}

function withParents(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

const isUnder = (path: string, configured: string) => path === configured || path.startsWith(`${configured}/`)

/** The study's abilities: as configured, else the template's where they fit, else the top-level paths found. */
export function abilityWeights(
  configured: AbilityWeight[],
  ofTemplate: AbilityWeight[],
  tally: AbilityTally,
): AbilityWeight[] {
  if (configured.length > 0) return configured
  const found = tally.topPaths
  const fitting = ofTemplate.filter((each) => found.includes(each.path))
  if (fitting.length === found.length && found.length > 0) return fitting
  return found.map((path) => ({ path, weight: 1, in_total: true }))
}

/** Abilities configured and never used, and abilities of prompts that no configured path covers. */
export function abilityWarnings(weights: AbilityWeight[], tally: AbilityTally): Finding[] {
  const unused = weights
    .filter((each) => !tally.has(each.path))
    .map(({ path }) => ({
      file: 'study.yaml',
      row: null,
      field: 'abilities',
      got: path,
      expected: wanted('usedAbility'),
    }))
  const uncovered = tally.paths
    .filter((path) => !weights.some((each) => isUnder(path, each.path) || isUnder(each.path, path)))
    .map((path) => ({
      file: 'prompts.jsonl',
      row: null,
      field: 'abilities',
      got: path,
      expected: wanted('coveredAbility'),
    }))
  return [...unused, ...uncovered]
}
