import type { BlindTask, BlindTurn } from '@/lib/domain/rating/blind-task'
import { scaleValues } from '@/lib/domain/study/rubric'

export const profiles = ['careful', 'random', 'constant', 'fast', 'severe', 'lenient'] as const
export type Profile = (typeof profiles)[number]

/** Standard deviation of the noise and shift of the judgement, in steps of the scale; seconds spent on an output. */
const habits: Record<Profile, { noise: number; shift: number; seconds: [number, number] }> = {
  careful: { noise: 0.45, shift: 0, seconds: [12, 40] },
  severe: { noise: 0.45, shift: -1.2, seconds: [12, 40] },
  lenient: { noise: 0.45, shift: 1.2, seconds: [12, 40] },
  fast: { noise: 1.4, shift: 0, seconds: [0.5, 2] },
  random: { noise: 0, shift: 0, seconds: [8, 30] },
  constant: { noise: 0, shift: 0, seconds: [4, 10] },
}

type Behaviour = { profile: Profile; random: () => number }

/** What a rater of this profile says about a task: scores by label and criterion, and the time it took. */
export function behave(task: BlindTask, { profile, random }: Behaviour) {
  const { noise, shift, seconds } = habits[profile]
  const scores: Record<string, Record<string, number>> = {}
  for (const output of task.outputs) {
    const quality = visibleQuality(output.turns)
    scores[output.label] = Object.fromEntries(
      task.rubric.criteria.map(({ id, scale }) => {
        const values = scaleValues(scale)
        const middle = (values.length - 1) / 2
        const meant = quality * (values.length - 1) + shift + noise * normal(random)
        const step =
          profile === 'random' ? random() * values.length - 0.5 : profile === 'constant' ? middle : meant
        return [id, values[Math.min(values.length - 1, Math.max(0, Math.round(step)))] ?? scale.min]
      }),
    )
  }
  const [least, most] = seconds
  const dwellMs = Math.round(task.outputs.length * (least + (most - least) * random()) * 1000)
  return { scores, dwellMs }
}

/**
 * A stand-in for quality that all simulated raters see alike, in [0, 1]: half a hash of the text, half its length. Code
 * cannot read; this only gives simulated raters something to agree about.
 */
function visibleQuality(turns: BlindTurn[]): number {
  const text = turns.map((turn) => (typeof turn === 'string' ? turn : turn.content)).join('\n')
  let hash = 2166136261
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619)
  const length = Math.min(1, Math.log10(1 + text.length) / 3.5)
  return 0.5 * ((hash >>> 0) / 2 ** 32) + 0.5 * length
}

/** A standard normal number (Box–Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
