import { useState } from 'react'
import { isReworded } from '@/lib/domain/quality/rubric-repair/reworded'
import type { Localized } from '@/lib/domain/localized'
import { scaleValues } from '@/lib/domain/study/scale'
import type { Criterion, Level } from '@/lib/domain/study/rubric'

export type Language = 'zh' | 'en'
export type EditedCriterion = {
  id: string
  name: Localized
  question?: Localized
  levels: Level[]
  /** Null until the admin has said which. */
  ratingsHold: boolean | null
}

export type LevelText = 'label' | 'description' | 'example'

/** The text in one language; a bare string stands for both. */
export const textIn = (text: Localized | undefined, language: Language): string =>
  text === undefined ? '' : typeof text === 'string' ? text : (text[language] ?? '')

/** The text with one language of it changed; nothing left is no text. */
export function withText(
  text: Localized | undefined,
  language: Language,
  value: string,
): Localized | undefined {
  const other = language === 'zh' ? 'en' : 'zh'
  const kept = textIn(text, other)
  const parts = { ...(kept ? { [other]: kept } : {}), ...(value ? { [language]: value } : {}) }
  return Object.keys(parts).length === 0 ? undefined : parts
}

const begun = (criteria: readonly Criterion[]): EditedCriterion[] =>
  criteria.map(({ id, name, question, scale }) => ({
    id,
    name,
    levels: scale.levels,
    ratingsHold: null,
    ...(question === undefined ? {} : { question }),
  }))

/** The rubric as it is edited. */
export function useRepairDraft(criteria: readonly Criterion[]) {
  const [edited, setEdited] = useState(() => begun(criteria))

  function change(id: string, how: (one: EditedCriterion) => EditedCriterion): void {
    setEdited((all) => all.map((one) => (one.id === id ? how(one) : one)))
  }

  function setLevel(
    id: string,
    value: number,
    { part, text }: { part: LevelText; text: Localized | undefined },
  ): void {
    change(id, (one) => {
      const { [part]: _before, ...rest } = one.levels.find((level) => level.value === value) ?? { value }
      const level = { ...rest, ...(text === undefined ? {} : { [part]: text }) }
      const others = one.levels.filter((each) => each.value !== value)
      const says = Object.keys(level).length > 1
      return { ...one, levels: (says ? [...others, level] : others).toSorted((a, b) => a.value - b.value) }
    })
  }

  const changed = criteria.flatMap((before) => {
    const now = edited.find(({ id }) => id === before.id)
    return now && isReworded(before, now) ? [now] : []
  })
  return { edited, changed, change, setLevel, reset: () => setEdited(begun(criteria)) }
}

/** Levels that can be described: all of a short scale; of a long one those that the rubric describes. */
export function describedValues({ scale }: Criterion): number[] {
  const all = scaleValues(scale)
  return all.length <= 11 ? all : scale.levels.map(({ value }) => value).toSorted((a, b) => a - b)
}
