import type { BoardSettings } from './settings'

/** Prompts by their place in the settings, for each ability and for the total. */
export type PromptGroups = { abilities: Int32Array[]; total: Int32Array }

/** Whether a path is that ability or lies below it: `推理能力/逻辑` belongs to `推理能力`. */
export function belongsTo(path: string, ability: string): boolean {
  return path === ability || path.startsWith(`${ability}/`)
}

/**
 * A prompt is once in each ability it is tagged with or below. The total over prompts leaves out those that are tagged
 * with nothing but abilities out of the total.
 */
export function promptGroups({ prompts, abilities }: BoardSettings): PromptGroups {
  const inAbility = (prompt: { abilities: string[] }, path: string) =>
    prompt.abilities.some((tag) => belongsTo(tag, path))
  const placesWhere = (holds: (prompt: { abilities: string[] }) => boolean) =>
    Int32Array.from(prompts.flatMap((prompt, place) => (holds(prompt) ? [place] : [])))
  return {
    abilities: abilities.map(({ path }) => placesWhere((prompt) => inAbility(prompt, path))),
    total: placesWhere((prompt) => {
      const own = abilities.filter(({ path }) => inAbility(prompt, path))
      return own.length === 0 || own.some(({ inTotal, weight }) => inTotal && weight > 0)
    }),
  }
}
