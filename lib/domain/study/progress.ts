/** How many tasks with exactly these abilities have had `reached` live ratings so far (at most k). */
export type ReachedGroup = { abilities: string[]; reached: number; tasks: number }

/** `reached[i]` tasks have had i live ratings; the last entry is k: complete. */
export type AbilityProgress = { path: string; tasks: number; reached: number[] }

/** One row per ability path: a task counts once under a path that it is tagged with, or with one below it. */
export function progressByAbility(paths: string[], k: number, groups: ReachedGroup[]): AbilityProgress[] {
  return paths.map((path) => {
    const below = groups.filter((group) => group.abilities.some((each) => isAtOrBelow(each, path)))
    return { path, ...sumOf(below, k) }
  })
}

/** The same over all tasks, whatever their abilities. */
export function progressOverall(k: number, groups: ReachedGroup[]): Omit<AbilityProgress, 'path'> {
  return sumOf(groups, k)
}

function sumOf(groups: ReachedGroup[], k: number): Omit<AbilityProgress, 'path'> {
  const reached = Array.from({ length: k + 1 }, () => 0)
  for (const group of groups) {
    const at = Math.min(group.reached, k)
    reached[at] = (reached[at] ?? 0) + group.tasks
  }
  return { tasks: groups.reduce((sum, group) => sum + group.tasks, 0), reached }
}

function isAtOrBelow(ability: string, path: string): boolean {
  return ability === path || ability.startsWith(`${path}/`)
}
