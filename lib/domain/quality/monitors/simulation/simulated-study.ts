import { indexDraw, normalDraw, uniformDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'
import type { ComparedCell, RatedCell } from '@/lib/domain/quality/monitors/monitor-event'
import { simulatedScore, type SimulatedRater } from './simulated-raters'

export const criteria = ['accuracy', 'fluency'] as const
const MODELS = 4

export type Shape = { presentation: 'sheet' | 'single'; tasksEach: number; ratingsPerTask: number }

export type SimulatedTask = {
  /** Per output the true quality of each criterion. */
  qualities: number[][]
  work: number
  /** `shown`: the outputs from left to right; `score`: per output and criterion. */
  ratings: { rater: number; ownTask: number; shown: number[]; score: number[][] }[]
}

export type SimulatedRating = { rater: number; task: SimulatedTask; cells: RatedCell[]; seconds: number }

/** Tasks with their quality: models, prompts and their interplay, criteria that go together with a correlation of 0.6. */
export function simulatedTasks(count: number, shape: Shape, random: Random): SimulatedTask[] {
  const normal = (spread: number) => spread * normalDraw(random)
  const outputs = shape.presentation === 'sheet' ? MODELS : 1
  return Array.from({ length: count }, () => {
    const prompt = normal(0.4)
    const qualities = Array.from({ length: outputs }, (_, output) => {
      const model = (outputs === 1 ? indexDraw(MODELS, random) : output) * 0.4 - 0.6
      const both = normal(0.62)
      return criteria.map(() => 3.3 + model + prompt + both + normal(0.5))
    })
    return { qualities, work: outputs * 300 * Math.exp(normal(0.5)), ratings: [] }
  })
}

/** Who does which task in which order: every rater as many, every task by different raters, in loosely the same order. */
export function simulatedOrder(raters: number, shape: Shape, random: Random): number[][] {
  const keyed = Array.from({ length: raters }, () => new Array<{ task: number; key: number }>())
  const perRound = raters / shape.ratingsPerTask
  for (let round = 0; round < shape.tasksEach; round += 1) {
    const circle = Array.from({ length: raters }, (_, rater) => ({ rater, key: uniformDraw(random) }))
    circle.sort((a, b) => a.key - b.key)
    circle.forEach(({ rater }, place) =>
      keyed[rater]?.push({
        task: round * perRound + (place % perRound),
        key: round + 6 * uniformDraw(random),
      }),
    )
  }
  return keyed.map((list) => list.sort((a, b) => a.key - b.key).map(({ task }) => task))
}

/** One rating: outputs in an order of its own, cells as they were shown. */
export function simulatedRating(
  task: SimulatedTask,
  by: { raters: readonly SimulatedRater[]; rater: number; ownTask: number },
  random: Random,
): SimulatedRating {
  const rater = by.raters[by.rater]
  if (rater === undefined) throw new RangeError(`no rater ${by.rater}`)
  const drawn = task.qualities.map((_, output) => ({ output, key: uniformDraw(random) }))
  const shown = drawn.sort((a, b) => a.key - b.key).map(({ output }) => output)
  const score = task.qualities.map(() => new Array<number>(criteria.length).fill(0))
  const cells: RatedCell[] = []
  shown.forEach((output, position) =>
    criteria.forEach((criterion, at) => {
      const left = score[shown[position - 1] ?? -1]?.[at] ?? null
      const quality = task.qualities[output]?.[at] ?? 0
      const given = simulatedScore({ rater, task: by.ownTask, quality, left }, random)
      const row = score[output]
      if (row !== undefined) row[at] = given
      cells.push({ criterion, position, score: given })
    }),
  )
  task.ratings.push({ rater: by.rater, ownTask: by.ownTask, shown, score })
  const seconds = rater.speed * (15 + 0.12 * task.work) * Math.exp(0.4 * normalDraw(random))
  return { rater: by.rater, task, cells, seconds }
}

/** A rating of the task beside those of the first `known` raters, outputs as its rater saw them. */
export function comparedCells(task: SimulatedTask, of: number, known: number): ComparedCell[] {
  const own = task.ratings[of]
  const others = task.ratings.slice(0, known).filter((_, at) => at !== of)
  return (own?.shown ?? []).flatMap((output, position) =>
    criteria.map((criterion, at) => ({
      criterion,
      position,
      score: own?.score[output]?.[at] ?? 0,
      others: others.map(({ score }) => score[output]?.[at] ?? null),
    })),
  )
}
