import { keptSpans } from './kept-spans'

/** A piece of a text. Words can be moved: single characters of Chinese and Japanese, whole words otherwise. */
export type Token = { text: string; isWord: boolean }

const ideograph = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
const letter = `(?:(?!${ideograph})[\\p{L}\\p{M}\\p{N}])`
const word = new RegExp(`${ideograph}\\p{M}*|${letter}+(?:['’-]${letter}+)*`, 'gu')

/** Words and what stands between them; together they are the text. Numbers stay: moved, one could begin a list. */
export function textTokens(text: string): Token[] {
  return keptSpans(text).flatMap((span) =>
    span.isKept ? [{ text: span.text, isWord: false }] : wordsOf(span.text),
  )
}

function wordsOf(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const found of text.matchAll(word)) {
    if (found.index > end) tokens.push({ text: text.slice(end, found.index), isWord: false })
    tokens.push({ text: found[0], isWord: /\p{L}/u.test(found[0]) })
    end = found.index + found[0].length
  }
  if (end < text.length) tokens.push({ text: text.slice(end), isWord: false })
  return tokens
}

const LONGEST_RUN = 24

const startsIdeographic = new RegExp(`^${ideograph}`, 'u')

/** Whether a word is a character of Chinese or Japanese. */
export function isIdeographic(word: string): boolean {
  return startsIdeographic.test(word)
}

/**
 * Places of words that follow each other with nothing or one space between: phrases of one script without punctuation,
 * markup or a line's end in them. Long ones come in parts.
 */
export function runsOf(tokens: readonly Token[]): number[][] {
  const runs: number[][] = []
  let run: number[] = []
  const end = () => {
    if (run.length > 0) runs.push(run)
    run = []
  }
  tokens.forEach(({ text, isWord }, place) => {
    const first = tokens[run[0] ?? place]?.text ?? text
    const isBroken = isWord ? isIdeographic(first) !== isIdeographic(text) : text !== ' '
    if (isBroken || run.length === LONGEST_RUN) end()
    if (isWord) run.push(place)
  })
  end()
  return runs
}
