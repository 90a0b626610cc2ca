import type { Localized } from '@/lib/domain/localized'
import type { Criterion, Rubric } from '@/lib/domain/study/rubric'
import type { AbilityWeight } from '@/lib/domain/study/study-file'

/** A rubric to start from. It is ours and editable; none claims to be anybody's official one. */
export type RubricTemplate = {
  name: string
  title: Localized
  about: Localized
  /** Whether studies with it can be run; the others can be read and prepared. */
  concernsText: boolean
  rubric: Rubric
  /** Abilities that go with it, where it has some. */
  abilities: AbilityWeight[]
}

type LevelWords = { label: Localized; description: Localized }

/** A criterion from 1 to n with every level described, lowest first. */
export function described(
  id: string,
  words: { name: Localized; question: Localized; levels: LevelWords[] },
  from = 1,
): Criterion {
  const levels = words.levels.map(({ label, description }, index) => ({
    value: from + index,
    label,
    description,
  }))
  return {
    id,
    name: words.name,
    question: words.question,
    scale: { min: from, max: from + levels.length - 1, step: 1, levels },
    weight: 1,
    in_total: true,
  }
}

type Pair = [zh: string, en: string]

/** One level's label and description, each in both languages. */
export const level = (label: Pair, description: Pair): LevelWords => ({
  label: { zh: label[0], en: label[1] },
  description: { zh: description[0], en: description[1] },
})

export const rubricOf = (criteria: Criterion[]): Rubric => ({ version: 1, criteria, derived: [] })

export const abilitiesOf = (paths: string[]): AbilityWeight[] =>
  paths.map((path) => ({ path, weight: 1, in_total: true }))
