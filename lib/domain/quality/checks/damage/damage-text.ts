import { groupBy } from '@/lib/domain/group-by'
import type { Random } from '@/lib/stats/random/seeded-random'
import { damagePlan, type DamagePlan } from './damage-plan'
import { isIdeographic, runsOf, textTokens, type Token } from './text-tokens'

/** Words that a text must have to be damaged so that a reader would notice. */
const FEWEST_WORDS = 12
/** Share of the words that must come out changed. */
const LEAST_CHANGED = 0.15
const TRIES = 5

export type DamagedText = {
  text: string
  /** Share of the words (characters of Chinese) that are other ones than before, or gone. */
  changed: number
}

/**
 * A text that looks like the one given and says less: phrases have changed places and words are missing, in proportion
 * to the length. Markdown, code, formulas, links, numbers and punctuation stay where they are.
 *
 * @returns null where there is too little prose to damage, say in an answer of one word or of code alone
 */
export function damageText(text: string, random: Random): DamagedText | null {
  const tokens = textTokens(text)
  const runs = runsOf(tokens)
  const words = runs.reduce((sum, run) => sum + run.length, 0)
  if (words < FEWEST_WORDS) return null
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const plan = planByScript(runs, tokens, random)
    const damaged = carriedOut(plan, tokens, new Set(runs.map(([first]) => first ?? -1)))
    const changed = tokens.filter(({ text: before }, place) => damaged[place] !== before).length / words
    if (changed >= LEAST_CHANGED) return { text: joined(damaged, tokens), changed }
  }
  return null
}

/** The turns of an output, each that can be damaged damaged; null where none can. */
export function damageTurns(turns: readonly string[], random: Random): string[] | null {
  const damaged = turns.map((turn) => damageText(turn, random)?.text ?? null)
  if (damaged.every((turn) => turn === null)) return null
  return turns.map((turn, index) => damaged[index] ?? turn)
}

/** Chinese changes places with Chinese, English with English: a word in the middle of the other would be seen at once. */
function planByScript(runs: readonly number[][], tokens: readonly Token[], random: Random): DamagePlan {
  const byScript = groupBy(runs, ([first]) => isIdeographic(tokens[first ?? -1]?.text ?? ''))
  const plans = [...byScript.values()].map((group) => damagePlan(group, random))
  return { swaps: plans.flatMap(({ swaps }) => swaps), drops: plans.flatMap(({ drops }) => drops) }
}

/** The words after the damage by place; null where one was dropped. */
function carriedOut(
  { swaps, drops }: DamagePlan,
  tokens: readonly Token[],
  firsts: ReadonlySet<number>,
): (string | null)[] {
  const result: (string | null)[] = tokens.map(({ text }) => text)
  const move = (from: number, to: number) => {
    result[to] = inCase(tokens[from]?.text ?? '', tokens[to]?.text ?? '', [firsts.has(from), firsts.has(to)])
  }
  for (const [one, other] of swaps) {
    one.forEach((place, index) => {
      const partner = other[index]
      if (partner === undefined) return
      move(place, partner)
      move(partner, place)
    })
  }
  for (const place of drops) result[place] = null
  return result
}

/** A sentence still begins with a capital, and its first word does not carry one into the middle of another. */
function inCase(word: string, replaced: string, [wasFirst, isFirst]: [boolean, boolean]): string {
  const isCapital = (text: string) => /^\p{Lu}\p{Ll}/u.test(text)
  const head = word.slice(0, 1)
  if (isFirst && isCapital(replaced)) return head.toUpperCase() + word.slice(1)
  if (wasFirst && !isFirst && isCapital(word)) return head.toLowerCase() + word.slice(1)
  return word
}

/** A word that is gone takes the space before it along. */
function joined(damaged: readonly (string | null)[], tokens: readonly Token[]): string {
  return damaged
    .map((text, place) => {
      const isSpaceOfDropped = tokens[place]?.text === ' ' && damaged[place + 1] === null
      return isSpaceOfDropped ? '' : (text ?? '')
    })
    .join('')
}
