import { db } from '@/lib/data/db'
import { blindTask, type BlindRow } from '@/lib/data/desk/blind-tasks'
import type { Admin } from '@/lib/domain/people/actor'
import type { BlindTask, BlindTurn } from '@/lib/domain/rating/blind-task'
import { shuffled } from '@/lib/domain/study/shuffle'

/** A preview leases nothing, so it has no assignment. */
const noAssignment = '00000000-0000-4000-8000-000000000000'

type Turn = { n: number; random: () => number }

/**
 * The nth prompt (from 0) as a rater will see it: outputs in a shuffled order, named by letters, nothing of a model.
 * Null past the last prompt, and where the study brought no texts.
 */
export async function previewTask(
  _admin: Admin,
  slug: string,
  { n, random }: Turn,
): Promise<BlindTask | null> {
  const newest = { orderBy: { version: 'desc' }, take: 1 } as const
  const study = await db.study.findUnique({
    where: { slug },
    select: {
      id: true,
      rubrics: { ...newest, select: { id: true } },
      protocols: { ...newest, select: { presentation: true, sheetSize: true } },
      promptSet: { select: { prompts: { orderBy: { position: 'asc' }, skip: n, take: 1 } } },
    },
  })
  const [rubric, protocol, prompt] = [study?.rubrics[0], study?.protocols[0], study?.promptSet.prompts[0]]
  if (!study || !rubric || !protocol || !prompt || protocol.presentation === 'pair') return null
  const shown = protocol.presentation === 'single' ? 1 : protocol.sheetSize
  const outputs = shuffled(await textsOf(study.id, prompt.id), random).slice(0, shown)
  if (outputs.length === 0) return null
  return blindTask(db, {
    assignmentId: noAssignment,
    leaseUntil: null,
    rubricId: rubric.id,
    presentation: protocol.presentation,
    prompt: prompt.html as BlindRow['prompt'],
    markingPoints: prompt.markingPoints as BlindRow['markingPoints'],
    language: prompt.language,
    outputs,
  })
}

async function textsOf(studyId: string, promptId: string): Promise<BlindTurn[][]> {
  const rows = await db.output.findMany({
    where: { studyId, promptId, content: { isNot: null } },
    select: { content: { select: { html: true } } },
  })
  return rows.map((row) => row.content?.html as BlindTurn[])
}
