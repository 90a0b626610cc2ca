import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { scaleValues } from '@/lib/domain/study/rubric'
import { visibleQuality } from './visible-quality'

export const profiles = [
  'careful',
  'severe',
  'lenient',
  'random',
  'constant',
  'drifting',
  'fast',
  'pattern',
  'copying',
] as const
export type Profile = (typeof profiles)[number]

type Habits = {
  /** Standard deviation of the noise, in steps of the scale. */
  noise: number
  /** How far the judgement lies off, in steps, at the n-th task. */
  shift: (task: number) => number
  /** Seconds spent on an output, from and to. */
  seconds: [number, number]
}

const steady = (shift: number) => () => shift
const calm: [number, number] = [12, 40]

/** Drifts by one step over 60 tasks, after 60 good ones. */
const drift = (task: number) => Math.min(1, Math.max(0, (task - 60) / 60))

const habits: Record<Profile, Habits> = {
  careful: { noise: 0.45, shift: steady(0), seconds: calm },
  severe: { noise: 0.45, shift: steady(-1.2), seconds: calm },
  lenient: { noise: 0.45, shift: steady(1.2), seconds: calm },
  random: { noise: 0, shift: steady(0), seconds: calm },
  constant: { noise: 0, shift: steady(0), seconds: calm },
  drifting: { noise: 0.45, shift: drift, seconds: calm },
  fast: { noise: 1.4, shift: steady(0), seconds: [0.5, 2] },
  pattern: { noise: 0, shift: steady(0), seconds: calm },
  copying: { noise: 0.45, shift: steady(0), seconds: calm },
}

/** A rater of code: its habits, its dice (uniform in [0, 1)), and what it has done so far. */
export type SimulatedMind = { profile: Profile; random: () => number; tasks: number; cells: number }

/** What such a rater says about a task: scores by label and criterion, and the time it took. Moves the mind on. */
export function behave(task: BlindTask, mind: SimulatedMind) {
  mind.tasks += 1
  const scores: Record<string, Record<string, number>> = {}
  let left: Record<string, number> | null = null
  for (const output of task.outputs) {
    const quality = visibleQuality(output.turns)
    const given: Record<string, number> = {}
    for (const { id, scale } of task.rubric.criteria) {
      const values = scaleValues(scale)
      const place = placeOf(mind, {
        quality,
        levels: values.length,
        left: left ? values.indexOf(left[id] ?? scale.min) : null,
      })
      given[id] = values[Math.min(values.length - 1, Math.max(0, Math.round(place)))] ?? scale.min
      mind.cells += 1
    }
    scores[output.label] = given
    left = given
  }
  const [least, most] = habits[mind.profile].seconds
  const dwellMs = Math.round(task.outputs.length * (least + (most - least) * mind.random()) * 1000)
  return { scores, dwellMs }
}

type Seen = {
  quality: number
  levels: number
  /** Place of the left neighbour's score. */
  left: number | null
}

/** The place on the scale that is meant, 0 = lowest; not yet rounded. */
function placeOf({ profile, random, tasks, cells }: SimulatedMind, { quality, levels, left }: Seen): number {
  const { noise, shift } = habits[profile]
  if (profile === 'random') return random() * levels - 0.5
  if (profile === 'constant') return (levels - 1) / 2
  if (profile === 'pattern') return cells % levels
  if (profile === 'copying' && left !== null && random() < 0.95) return left
  return quality * (levels - 1) + shift(tasks) + noise * normal(random)
}

/** A standard normal number (Box–Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
