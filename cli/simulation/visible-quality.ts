import type { BlindTurn } from '@/lib/domain/rating/blind-task'

/**
 * A stand-in for quality that all simulated raters see alike, in [0, 1]: half a hash of the text, half its length. Code
 * cannot read; this only gives simulated raters something to agree about.
 */
export function visibleQuality(turns: readonly BlindTurn[]): number {
  const text = turns.map((turn) => (typeof turn === 'string' ? turn : turn.content)).join('\n')
  let hash = 2166136261
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619)
  const length = Math.min(1, Math.log10(1 + text.length) / 3.5)
  return 0.5 * ((hash >>> 0) / 2 ** 32) + 0.5 * length
}
