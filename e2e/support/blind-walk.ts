import { randomUUID } from 'node:crypto'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { db } from '@/lib/data/db'
import { canariesIn } from './canaries'
import type { Made } from './study-factory'

export type Leak = { where: string; canaries: string[] }

/** Everything that a rater must not receive: names given to models, and the ids of rows behind the outputs. */
export async function secretsOf(study: Made, words: string[]): Promise<string[]> {
  const outputs = await db.output.findMany({
    where: { studyId: study.id },
    select: { id: true, promptId: true, modelId: true, contentHash: true },
  })
  const tasks = await db.task.findMany({ where: { studyId: study.id }, select: { id: true } })
  const hashes = outputs.flatMap((output) =>
    output.contentHash ? Buffer.from(output.contentHash).toString('hex') : [],
  )
  const ids = outputs.flatMap((output) => [output.id, output.promptId, output.modelId])
  return [...new Set([...words, ...ids, ...tasks.map((task) => task.id), ...hashes])]
}

/** Reads status line, headers and body of one answer as one text. */
async function wholeText(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  return `${response.url}\n${headers}\n${await response.text()}`
}

/** The ways in which Next hands out a page. */
const readings: Record<string, string>[] = [
  {},
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
  { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' },
]

type Walk = { site: string; cookie: string; study: Made; secrets: string[]; tasks: number }

/** Walks a rater's side over HTTP and reports every secret met on the way, and how many answers were read. */
export async function blindWalk({
  site,
  cookie,
  study,
  secrets,
  tasks,
}: Walk): Promise<{ read: number; leaks: Leak[] }> {
  const leaks: Leak[] = []
  let read = 0
  const look = (where: string, text: string) => {
    read++
    const canaries = canariesIn(text, secrets)
    if (canaries.length > 0) leaks.push({ where, canaries })
  }
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const text = await wholeText(
      await fetch(site + path, { headers: { Cookie: cookie, ...headers }, redirect: 'manual' }),
    )
    look(`${path} ${JSON.stringify(headers)}`, text)
    return text
  }
  const post = async (path: string, body: object) => {
    const response = await fetch(`${site}/api/v1/desk/${study.slug}/${path}`, {
      method: 'POST',
      headers: { Cookie: cookie, Origin: site, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await wholeText(response.clone())
    look(`POST ${path}`, text)
    return (await response.json()) as { task?: BlindTask | null }
  }
  let task = (await post('claim', { hold: 2 })).task ?? null
  for (let turn = 0; task && turn < tasks; turn++) {
    await post(`assignments/${task.assignmentId}/extend`, {})
    const answer: { task?: BlindTask | null } = await post('ratings', ratingOf(task, turn))
    // A refused rating leaves the task where it was.
    if (answer.task !== undefined) task = answer.task
  }
  await post('ratings', { assignmentId: randomUUID(), idempotencyKey: randomUUID(), dwellMs: 1 })
  const chunks = new Set<string>()
  for (const path of [
    '/',
    '/rate',
    `/rate/${study.slug}`,
    `/rate/${study.slug}/mine`,
    '/account',
    '/leaderboards',
    `/leaderboards/${study.slug}`,
    `/admin/studies/${study.slug}`,
    '/nowhere',
  ]) {
    for (const headers of readings) {
      const text = await get(`${path}${headers['RSC'] ? '?_rsc=1' : ''}`, headers)
      for (const [, chunk] of text.matchAll(/(\/_next\/static\/[^"'\\ ]+\.(?:js|css))/g))
        if (chunk) chunks.add(chunk)
    }
  }
  await get(`/api/v1/desk/${study.slug}/ratings`)
  await get(`/api/v1/leaderboards/${study.slug}`)
  for (const chunk of chunks) {
    await get(chunk)
    await get(`${chunk}.map`)
  }
  return { read, leaks }
}

/** A rating now and then corrected by a refusal: error answers are read too. */
function ratingOf(task: BlindTask, turn: number): object {
  const value = turn % 7 === 3 ? 99 : 1 + (turn % 5)
  const cells = Object.fromEntries(task.rubric.criteria.map((each) => [each.id, value]))
  return {
    assignmentId: task.assignmentId,
    idempotencyKey: randomUUID(),
    scores: Object.fromEntries(task.outputs.map((output) => [output.label, cells])),
    ...(turn % 7 === 4 ? { cannotJudge: { task: 'unclear' } } : {}),
    dwellMs: 10,
  }
}
