import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { remarks } from './remarks'

export type Habits = {
  /** Shift of all judgements, in levels. */
  severity: number
  /** Standard deviation of a judgement, in levels. */
  noise: number
  /** Seconds spent on an output: least and most. */
  seconds: [number, number]
  /** Whether this rater hands a task with Arabic in it back. */
  readsArabic: boolean
}

/** Nine who differ as careful people do: nobody is far off, no two are alike. */
export const habits: Habits[] = [
  { severity: 0, noise: 0.28, seconds: [24, 60], readsArabic: true },
  { severity: 0.1, noise: 0.3, seconds: [18, 45], readsArabic: false },
  { severity: -0.15, noise: 0.3, seconds: [20, 50], readsArabic: true },
  { severity: 0.05, noise: 0.34, seconds: [14, 40], readsArabic: true },
  { severity: -0.05, noise: 0.26, seconds: [30, 75], readsArabic: true },
  { severity: 0.2, noise: 0.32, seconds: [12, 34], readsArabic: true },
  { severity: -0.25, noise: 0.3, seconds: [26, 66], readsArabic: true },
  { severity: 0, noise: 0.4, seconds: [10, 30], readsArabic: false },
  { severity: 0.1, noise: 0.28, seconds: [22, 55], readsArabic: true },
]

/** What an answer is really worth, by criterion; answers are known by their text, since a task names no model. */
export type KnownAnswers = (turns: unknown) => Record<string, number>

type Said = {
  scores: Record<string, Record<string, number>>
  comments: Record<string, string>
  cannotJudge: Record<string, string>
  dwellMs: number
}

/** What a rater of these habits says about a task. `random` gives numbers in [0, 1). */
export function judge(
  task: BlindTask,
  answers: KnownAnswers,
  rater: Habits & { random: () => number },
): Said {
  const { random } = rater
  const [least, most] = rater.seconds
  const dwellMs = Math.round(task.outputs.length * (least + (most - least) * random()) * 1000)
  const said: Said = { scores: {}, comments: {}, cannotJudge: {}, dwellMs }
  if (!rater.readsArabic && hasArabic(task)) {
    said.cannotJudge['task'] = remarks.noArabic
    return said
  }
  for (const { label, turns } of task.outputs) {
    if (random() < 0.003) {
      said.cannotJudge[label] = remarks.notSure
      continue
    }
    const levels = Object.entries(answers(turns))
    const seen = levels.map(([criterion, level]) => [criterion, seenLevel(level, rater)] as const)
    const scores = Object.fromEntries(seen)
    said.scores[label] = scores
    const remark = remarkOn(scores['accuracy'] ?? 3, task.language, random)
    if (remark) said.comments[label] = remark
  }
  return said
}

function seenLevel(level: number, { severity, noise, random }: Habits & { random: () => number }): number {
  return Math.min(5, Math.max(1, Math.round(level + severity + noise * normal(random))))
}

function remarkOn(accuracy: number, language: string, random: () => number): string | undefined {
  const choices =
    remarks[language === 'en' ? 'en' : 'zh'][accuracy <= 2 ? 'poor' : accuracy >= 5 ? 'fine' : 'fair']
  return random() < 0.06 ? choices[Math.floor(random() * choices.length)] : undefined
}

function hasArabic(task: BlindTask): boolean {
  return /\p{Script=Arabic}/u.test(JSON.stringify(task.outputs))
}

/** A standard normal number (Box–Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
