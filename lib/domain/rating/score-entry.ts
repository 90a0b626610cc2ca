import { scaleValues, type ScaleShape } from '@/lib/domain/study/scale'

/**
 * Where typing on a cell leads: `done` – only one value can be meant; `open` – a value that more keys could still
 * change (1 on a scale up to 10), or a beginning that is no value yet; `none` – no value begins like this.
 */
export type Entry =
  { kind: 'done'; value: number } | { kind: 'open'; typed: string; value: number | null } | { kind: 'none' }

/** One more key on what was typed so far. On 1 to 5 each digit is done at once; half steps are typed as `3.` or `3.5`. */
export function entryAfter(typed: string, key: string, scale: ScaleShape): Entry {
  const text = (typed + (key === ',' ? '.' : key)).replace(/^(-?)\./, '$10.')
  const meant = scaleValues(scale).filter((value) => String(value).startsWith(text))
  const [only] = meant
  if (only === undefined) return { kind: 'none' }
  if (meant.length === 1) return { kind: 'done', value: only }
  const exact = meant.find((value) => String(value) === text)
  return { kind: 'open', typed: text, value: exact ?? null }
}

/** One step up or down; from nothing it starts at the lower or upper end. */
export function stepFrom(value: number | undefined, by: 1 | -1, scale: ScaleShape): number {
  const values = scaleValues(scale)
  const ends = by === 1 ? scale.min : scale.max
  if (value === undefined) return ends
  const index = values.indexOf(value) + by
  return values[Math.max(0, Math.min(values.length - 1, index))] ?? ends
}
