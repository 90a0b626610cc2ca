import { canonicalJson } from '@/lib/domain/leaderboard/canonical-json'
import type { Criterion } from '@/lib/domain/study/rubric'

type Words = Pick<Criterion, 'name' | 'question'> & { levels: Criterion['scale']['levels'] }

/** Whether an editor's words differ from those of the criterion. */
export function isReworded(before: Criterion, now: Words): boolean {
  return wordsOf({ ...before, levels: before.scale.levels }) !== wordsOf(now)
}

function wordsOf({ name, question, levels }: Words): string {
  // As it is kept: what is undefined is not there.
  return canonicalJson(JSON.parse(JSON.stringify({ name, question, levels: ordered(levels) })))
}

/** By their values. */
export const ordered = (levels: Words['levels']) => levels.toSorted((a, b) => a.value - b.value)
