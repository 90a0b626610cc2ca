import { createTranslator, type RichTranslationValues } from 'next-intl'
import { describe, expect, it } from 'vitest'
import en from './en.json'
import zh from './zh-CN.json'

const english = flat(en)
const chinese = flat(zh)

describe('the words on screen', () => {
  it('are the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('are never empty', () => {
    expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('take the same arguments in both languages', () => {
    const differing = [...english].filter(([key, text]) => {
      const other = argumentsOf(chinese.get(key) ?? '')
      return argumentsOf(text).sort().join() !== other.sort().join()
    })
    expect(differing).toEqual([])
  })

  it('are Chinese where they should be', () => {
    // A product name or a unit may read the same in both; a phrase may not.
    const phrase = / [a-z]{3,}/i
    const untranslated = [...chinese].filter(([key, text]) => {
      const words = text.replace(/\{[^{}]*\}/g, '')
      return text === english.get(key) && phrase.test(words) && !/\p{Script=Han}/u.test(words)
    })
    expect(untranslated).toEqual([])
    const share = [...chinese.values()].filter((text) => /\p{Script=Han}/u.test(text)).length / chinese.size
    expect(share).toBeGreaterThan(0.9)
  })

  it.each([
    ['en', en, english],
    ['zh-CN', zh, chinese],
  ] as const)('can all be rendered in %s', (locale, messages, texts) => {
    const refused: string[] = []
    const translate = createTranslator({ locale, messages, onError: (error) => refused.push(error.message) })
    const rich = translate.rich as (key: string, values: RichTranslationValues) => unknown
    for (const [key, text] of texts) rich(key, valuesFor(text))
    expect(refused).toEqual([])
  })
})

function flat(messages: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flat(value as object, `${prefix}${key}.`)],
  )
  return new Map(entries)
}

/** Names of the arguments of an ICU message: braces open an argument in a text, and a text in an argument. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>()
  let depth = 0
  for (const [index, sign] of [...text].entries()) {
    if (sign === '{' && depth % 2 === 0)
      names.add(
        /^\w+/.exec(
          [...text]
            .slice(index + 1)
            .join('')
            .trim(),
        )?.[0] ?? '',
      )
    if (sign === '{') depth += 1
    if (sign === '}') depth -= 1
  }
  return [...names]
}

function valuesFor(text: string): RichTranslationValues {
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag, (chunks: unknown) => chunks])
  return Object.fromEntries([...argumentsOf(text).map((name) => [name, 1]), ...tags])
}
