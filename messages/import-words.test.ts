import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { came, wanted, type Said } from '@/lib/domain/bundle/said'
import { sentences } from '@/lib/domain/bundle/sentences'
import en from './en.json'
import zh from './zh-CN.json'

const anything = {
  size: '1 MB',
  file: 'a.csv',
  name: 'n',
  columns: 'a, b',
  values: 'x, y',
  kind: 'date',
  start: 's:',
  names: 'n, m',
  model: 'm-a',
  prompt: 'p1',
  text: 'Text',
}

/** Every sentence with some values, once for one of a thing and once for many. */
function everySaid(): Said[] {
  const expected = Object.keys(sentences.expected) as (keyof typeof sentences.expected)[]
  const got = Object.keys(sentences.got) as (keyof typeof sentences.got)[]
  return [1, 100_000].flatMap((number) => {
    const values = {
      ...anything,
      count: number,
      row: number,
      limit: number,
      missing: number,
      prompts: number,
    }
    return [...expected.map((id) => wanted(id, values)), ...got.map((id) => came(id, values))]
  })
}

test('what the check of a bundle says in English is what the screen says in English', () => {
  expect({ expected: en.import.expected, got: en.import.got }).toEqual(sentences)
  const translate = createTranslator({ locale: 'en', messages: { words: en.import } })
  const t = translate as unknown as (key: string, values?: object) => string
  for (const { text, words } of everySaid()) expect(t(`words.${words.id}`, words.values)).toBe(text)
})

test('each of these sentences stands in Chinese too', () => {
  const keys = (group: object) => Object.keys(group).sort()
  expect(keys(zh.import.expected)).toEqual(keys(sentences.expected))
  expect(keys(zh.import.got)).toEqual(keys(sentences.got))
})
