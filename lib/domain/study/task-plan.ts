import type { Presentation } from './protocol'
import { shuffled } from './shuffle'

type PromptOutputs = { promptId: string; outputIds: string[] }
export type PlannedTask = { promptId: string; outputIds: string[] }

type Plan = { presentation: Presentation; sheetSize: number; random: () => number }

/** The tasks of a round: one output each, or all outputs of a prompt together, in blocks where they are too many. */
export function planTasks(prompts: PromptOutputs[], plan: Plan): PlannedTask[] {
  return prompts.flatMap(({ promptId, outputIds }) =>
    (plan.presentation === 'single' ? outputIds.map((id) => [id]) : blocksOf(outputIds, plan)).map(
      (block) => ({
        promptId,
        outputIds: block,
      }),
    ),
  )
}

/**
 * Splits outputs into blocks of at most `sheetSize`. Blocks lie evenly on a shuffled circle, so each output stands on
 * one or two of them, and neighbours share an output: every two outputs are connected through comparisons.
 */
export function blocksOf(outputIds: string[], plan: Pick<Plan, 'sheetSize' | 'random'>): string[][] {
  const count = outputIds.length
  if (count <= plan.sheetSize) return [outputIds]
  const circle = shuffled(outputIds, plan.random)
  const blocks = Math.ceil(count / (plan.sheetSize - 1))
  return Array.from({ length: blocks }, (_, block) => {
    const start = Math.floor((block * count) / blocks)
    const end = Math.floor(((block + 1) * count) / blocks)
    // One further than the next block's start: the shared output.
    return Array.from({ length: end - start + 1 }, (_, step) => circle[(start + step) % count]).filter(
      (id) => id !== undefined,
    )
  })
}
