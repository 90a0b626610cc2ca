import type { Comparisons } from '@/lib/stats/comparisons/comparisons'
import { outcomePlaces, type PairCells } from './pair-cells'

/**
 * What the prompts hold, each kind once: prompts with the same pairs and verdicts are drawn, and counted, together. The
 * places in `outcomes` of content c are `places[starts[c]]` up to before `places[starts[c + 1]]`, ascending.
 */
export type PromptContents = {
  starts: Int32Array
  places: Int32Array
  /** How many prompts hold this. */
  times: Float64Array
  /** Prompts that have a comparison: the sum of `times`. */
  prompts: number
}

export function promptContents(cells: PairCells, comparisons: Comparisons): PromptContents {
  const { starts, places } = byPrompt(outcomePlaces(cells, comparisons), comparisons)
  const kinds = distinct(starts, places)
  const contents = {
    starts: new Int32Array(kinds.firsts.length + 1),
    places: new Int32Array(places.length),
    times: Float64Array.from(kinds.times),
    prompts: kinds.times.reduce((sum, times) => sum + times, 0),
  }
  let filled = 0
  kinds.firsts.forEach((prompt, kind) => {
    for (let at = starts[prompt] ?? 0; at < (starts[prompt + 1] ?? 0); at += 1) {
      contents.places[filled] = places[at] ?? 0
      filled += 1
    }
    contents.starts[kind + 1] = filled
  })
  return { ...contents, places: contents.places.slice(0, filled) }
}

/** The places of each prompt side by side, ascending. */
function byPrompt(places: Int32Array, { prompt, prompts }: Comparisons) {
  const starts = new Int32Array(prompts + 1)
  for (const p of prompt) starts[p + 1] = (starts[p + 1] ?? 0) + 1
  for (let p = 0; p < prompts; p += 1) starts[p + 1] = (starts[p + 1] ?? 0) + (starts[p] ?? 0)
  const next = starts.slice()
  const sorted = new Int32Array(places.length)
  for (let i = 0; i < places.length; i += 1) {
    const p = prompt[i] ?? 0
    sorted[next[p] ?? 0] = places[i] ?? 0
    next[p] = (next[p] ?? 0) + 1
  }
  for (let p = 0; p < prompts; p += 1) {
    const [from, to] = [starts[p] ?? 0, starts[p + 1] ?? 0]
    if (to - from > 1) sorted.subarray(from, to).sort()
  }
  return { starts, places: sorted }
}

/** The first prompt of each kind, and how many there are of it: a hash table with open addressing. */
function distinct(starts: Int32Array, places: Int32Array) {
  const prompts = starts.length - 1
  const slots = 2 ** Math.ceil(Math.log2(2 * prompts + 1))
  const kindAt = new Int32Array(slots).fill(-1)
  const firsts: number[] = []
  const times: number[] = []
  for (let prompt = 0; prompt < prompts; prompt += 1) {
    const from = starts[prompt] ?? 0
    const to = starts[prompt + 1] ?? 0
    if (from === to) continue
    let slot = hash(places, from, to) & (slots - 1)
    let kind = kindAt[slot] ?? -1
    while (kind >= 0 && !isSame({ starts, places }, firsts[kind] ?? 0, prompt)) {
      slot = (slot + 1) & (slots - 1)
      kind = kindAt[slot] ?? -1
    }
    if (kind < 0) {
      kindAt[slot] = firsts.length
      firsts.push(prompt)
      times.push(1)
    } else times[kind] = (times[kind] ?? 0) + 1
  }
  return { firsts, times }
}

function isSame({ starts, places }: { starts: Int32Array; places: Int32Array }, one: number, other: number) {
  const from = starts[one] ?? 0
  const shift = (starts[other] ?? 0) - from
  const to = starts[one + 1] ?? 0
  if (to + shift !== (starts[other + 1] ?? 0)) return false
  for (let at = from; at < to; at += 1) if (places[at] !== places[at + shift]) return false
  return true
}

/** FNV-1a over whole places, bits of the end mixed into those that choose the slot. */
function hash(places: Int32Array, from: number, to: number): number {
  let bits = 0x811c9dc5
  for (let at = from; at < to; at += 1) {
    bits = Math.imul(bits ^ (places[at] ?? 0), 0x01000193)
    bits ^= bits >>> 15
  }
  return bits
}
