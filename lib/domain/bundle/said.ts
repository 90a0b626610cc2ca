import type { Problem, Words } from '@/lib/domain/user-error'
import { sentences } from './sentences'

type Values = Record<string, string | number>

/** A sentence in English together with where both languages have it. */
export type Said = { text: string; words: Words }

/** What was expected. */
export function wanted(id: keyof (typeof sentences)['expected'], values: Values = {}): Said {
  return { text: rendered(sentences.expected[id], values), words: { id: `expected.${id}`, values } }
}

/** What came, where it is described rather than shown. */
export function came(id: keyof (typeof sentences)['got'], values: Values = {}): Said {
  return { text: rendered(sentences.got[id], values), words: { id: `got.${id}`, values } }
}

/** A rule of a field, for zod: its sentence and where both languages have it. */
export function rule(id: keyof (typeof sentences)['expected'], values: Values = {}) {
  const said = wanted(id, values)
  return { error: said.text, params: { said } }
}

export function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && 'text' in value && 'words' in value
}

export type Finding = Pick<Problem, 'file' | 'row' | 'field'> & {
  /** As it came, or described. */
  got: string | Said | null
  /** A bare sentence where there is none in both languages: it is shown as it stands. */
  expected: Said | string
}

export function problemOf({ file, row, field, got, expected }: Finding): Problem {
  const place = { file, row, field, got: textOf(got) }
  if (typeof expected === 'string') return { ...place, expected }
  const described = typeof got === 'object' && got !== null ? { got: got.words } : {}
  return { ...place, expected: expected.text, words: { ...described, expected: expected.words } }
}

const textOf = (got: Finding['got']) => (typeof got === 'object' ? (got?.text ?? null) : got)

/** The part of ICU that the sentences use. */
function rendered(sentence: string, values: Values): string {
  const valueOf = (name: string) => {
    const value = values[name]
    if (value === undefined) throw new RangeError(`"${sentence}" needs a value for ${name}`)
    return value
  }
  return sentence
    .replaceAll(/\{(\w+), plural, one \{(.*?)\} other \{(.*?)\}\}/g, (_whole, ...parts: string[]) => {
      const [name = '', one = '', other = ''] = parts
      return valueOf(name) === 1 ? one : other
    })
    .replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(valueOf(name)))
}
