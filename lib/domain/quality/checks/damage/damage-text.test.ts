import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '@/lib/render/render-markdown'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { damageText, damageTurns } from './damage-text'
import { damagedWords } from './damage-plan'
import { chinese, english, marked } from './sample-texts'
import { textTokens } from './text-tokens'

const damaged = (text: string, seed = 1) => damageText(text, seededRandom(seed))
const seeds = Array.from({ length: 12 }, (_, seed) => seed)

/** The tags of a page without its words, and without the colours of code, which is compared to the letter elsewhere. */
const shapeOf = async (text: string) => {
  const html = await renderMarkdown(text)
  return html.replaceAll(/<pre[\s\S]*?<\/pre>/g, '<pre></pre>').replaceAll(/>[^<]*</g, '><')
}
const keptOf = (text: string) =>
  [...text.matchAll(/```[\s\S]*?```|\$\$[\s\S]*?\$\$|\$[^$\n]+\$|`[^`\n]+`|\]\([^)]*\)/g)].map(String)
const sorted = (words: string[]) => words.map((word) => word.toLowerCase()).toSorted()

describe('a damaged text', () => {
  it.each([
    ['Chinese', chinese],
    ['English', english],
    ['marked up', marked],
  ])('of %s prose is another one of similar length, whatever the seed', (_, text) => {
    for (const seed of seeds) {
      const result = damaged(text, seed)
      expect(result?.text).not.toBe(text)
      expect(result?.changed).toBeGreaterThan(0.15)
      expect(result?.changed).toBeLessThan(0.6)
      const ratio = (result?.text.length ?? 0) / text.length
      expect(ratio).toBeGreaterThan(0.85)
      expect(ratio).toBeLessThanOrEqual(1)
    }
  })

  it('has the same tags when rendered: Markdown, tables, fences and formulas stay well formed', async () => {
    for (const text of [chinese, english, marked]) {
      const shape = await shapeOf(text)
      for (const seed of seeds) expect(await shapeOf(damaged(text, seed)?.text ?? '')).toBe(shape)
    }
  })

  it('keeps code, formulas and links to the letter', () => {
    for (const seed of seeds) expect(keptOf(damaged(marked, seed)?.text ?? '')).toEqual(keptOf(marked))
  })

  it('brings in no word that was not there, by character for Chinese', () => {
    const wordsOf = (text: string) =>
      textTokens(text).flatMap(({ text: word, isWord }) => (isWord ? [word] : []))
    for (const text of [chinese, english]) {
      const before = sorted(wordsOf(text))
      for (const word of sorted(wordsOf(damaged(text)?.text ?? ''))) {
        const at = before.indexOf(word)
        expect(at).toBeGreaterThanOrEqual(0)
        before.splice(at, 1)
      }
      expect(before.length).toBeGreaterThan(0)
    }
    expect(textTokens('春眠 GPT-4 said').filter(({ isWord }) => isWord)).toHaveLength(4)
  })

  it('begins sentences with capitals as before, and ends lines with the same signs', () => {
    const signsOf = (text: string) => text.replaceAll(/[^.?!;:,，。！？；：、|#>*\n]/g, '')
    for (const seed of seeds) {
      const text = damaged(english, seed)?.text ?? ''
      expect(text).toMatch(/^[A-Z]/)
      expect(text.match(/[.?!] \p{Ll}/u)).toBeNull()
      expect(signsOf(text)).toBe(signsOf(english))
      expect(text).not.toMatch(/ {2}| [.,]/)
    }
  })

  it('does not mix scripts: Chinese stands where Chinese stood', () => {
    const scriptsOf = (text: string) =>
      text.replaceAll(/\p{Script=Han}+/gu, '中').replaceAll(/[\p{Script=Latin}\p{N}' -]+/gu, 'w')
    for (const seed of seeds) expect(scriptsOf(damaged(marked, seed)?.text ?? '')).toBe(scriptsOf(marked))
  })

  it('is the same for the same seed', () => {
    expect(damaged(chinese, 3)).toEqual(damaged(chinese, 3))
    expect(damaged(chinese, 3)).not.toEqual(damaged(chinese, 4))
  })

  it('does not exist where there is too little prose', () => {
    expect(damaged('42')).toBeNull()
    expect(damaged('')).toBeNull()
    expect(damaged('答案是乙。')).toBeNull()
    expect(
      damaged('```js\nconst many = "words in a text that is code and nothing else at all"\n```'),
    ).toBeNull()
    expect(damaged('ha '.repeat(40))?.text ?? '').not.toContain('  ')
  })

  it('of several turns is damaged in those that can be', () => {
    expect(damageTurns(['Yes.', 'No.'], seededRandom(1))).toBeNull()
    const [first, second] = damageTurns(['Yes.', english], seededRandom(1)) ?? []
    expect(first).toBe('Yes.')
    expect(second).not.toBe(english)
  })

  it('is never longer and breaks on no text, however odd', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('**', '`', '```\n', '$', '$$', '\n', '- ', '| ', '[a](b)', '\\(', '好的', 'word '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(1000), (pieces, seed) => {
        const text = pieces.join('')
        expect(
          textTokens(text)
            .map((token) => token.text)
            .join(''),
        ).toBe(text)
        expect((damaged(text, seed)?.text ?? '').length).toBeLessThanOrEqual(text.length + 8)
      }),
    )
  })
})

it('a longer phrase is damaged in more words, as in Graham et al.', () => {
  expect([1, 2, 5, 6, 8, 9, 15, 16, 20, 21, 24, 40].map(damagedWords)).toEqual([
    1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 6, 10,
  ])
})
