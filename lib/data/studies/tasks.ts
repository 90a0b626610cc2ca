import { randomUUID } from 'node:crypto'
import { groupBy } from '@/lib/domain/group-by'
import { lineUp } from '@/lib/domain/study/opening-line'
import type { Presentation } from '@/lib/domain/study/protocol'
import { planTasks } from '@/lib/domain/study/task-plan'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import type { Transaction } from '@/lib/data/db'

type Setting = {
  studyId: string
  roundId: string
  protocolId: string
  presentation: Presentation
  sheetSize: number
  k: number
  seed: number
}

type Shown = {
  promptId: string
  outputId: string
  ability: string
  language: string
  skills: string[]
  organizationId: string | null
}

const batch = 20_000

/** Makes a round's tasks and the line of their openings. Returns how many tasks there are. */
export async function makeTasks(tx: Transaction, setting: Setting): Promise<number> {
  const shown = await tx.$queryRaw<Shown[]>`
    SELECT o.prompt_id AS "promptId", o.id AS "outputId", coalesce(p.abilities[1], '') AS ability,
      split_part(lower(p.language), '-', 1) AS language, p.skills, m.organization_id AS "organizationId"
    FROM output o JOIN prompt p ON p.id = o.prompt_id JOIN model m ON m.id = o.model_id
    WHERE o.study_id = ${setting.studyId}::uuid ORDER BY p.position, m.position`
  const next = seededRandom(setting.seed >>> 0)
  const random = () => next() / 2 ** 32
  const byPrompt = groupBy(shown, (each) => each.promptId)
  const planned = planTasks(
    [...byPrompt].map(([promptId, outputs]) => ({
      promptId,
      outputIds: outputs.map((each) => each.outputId),
    })),
    { presentation: setting.presentation, sheetSize: setting.sheetSize, random },
  )
  const tasks = planned.map((task) => ({
    ...task,
    id: randomUUID(),
    ...audienceOf(task.outputIds, byPrompt.get(task.promptId) ?? []),
  }))
  for (let start = 0; start < tasks.length; start += batch) {
    await insertTasks(tx, setting, tasks.slice(start, start + batch))
  }
  await insertOpenings(tx, setting.roundId, lineUp(tasks, setting.k, random))
  return tasks.length
}

/** Who may judge a task: the prompt's language and skills, and nobody from an organization whose model is in it. */
function audienceOf(outputIds: string[], outputs: Shown[]) {
  const members = new Set(outputIds)
  const organizations = outputs.flatMap((each) =>
    members.has(each.outputId) ? (each.organizationId ?? []) : [],
  )
  const [first] = outputs
  return {
    ability: first?.ability ?? '',
    language: first?.language ?? '',
    skills: first?.skills ?? [],
    organizationIds: [...new Set(organizations)],
  }
}

type NewTask = { id: string; promptId: string; outputIds: string[] } & ReturnType<typeof audienceOf>

async function insertTasks(tx: Transaction, setting: Setting, tasks: NewTask[]): Promise<void> {
  await tx.task.createMany({
    data: tasks.map(({ id, promptId, language, skills, organizationIds }) => ({
      id,
      promptId,
      language,
      skills,
      organizationIds,
      studyId: setting.studyId,
      roundId: setting.roundId,
      protocolId: setting.protocolId,
      presentation: setting.presentation,
    })),
  })
  const places = tasks.flatMap(({ id, outputIds }) =>
    outputIds.map((outputId, position) => ({ id, outputId, position })),
  )
  await tx.$executeRaw`
    INSERT INTO task_output (task_id, position, output_id)
    SELECT * FROM unnest(${places.map((each) => each.id)}::uuid[], ${places.map((each) => each.position)}::smallint[],
      ${places.map((each) => each.outputId)}::uuid[])`
}

async function insertOpenings(
  tx: Transaction,
  roundId: string,
  line: { taskId: string; slot: number }[],
): Promise<void> {
  for (let start = 0; start < line.length; start += batch) {
    const part = line.slice(start, start + batch)
    await tx.$executeRaw`
      INSERT INTO opening (round_id, shuffle_key, task_id, slot, language, skills, organization_ids)
      SELECT ${roundId}::uuid, l.key, t.id, l.slot, t.language, t.skills, t.organization_ids
      FROM unnest(${part.map((each) => each.taskId)}::uuid[], ${part.map((each) => each.slot)}::smallint[],
        ${part.map((_, index) => start + index + 1)}::bigint[]) AS l (task_id, slot, key)
      JOIN task t ON t.id = l.task_id`
  }
}
