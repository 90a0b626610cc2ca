import type pg from 'pg'
import { ratingSql } from '@/lib/data/desk/write-sql'
import { loadSql } from '@/lib/data/desk/load-sql'
import { db } from '@/lib/data/db'
import { blindTask, type BlindRow } from '@/lib/data/desk/blind-tasks'
import { labelOf, type BlindTask } from '@/lib/domain/rating/blind-task'
import { sessionCookie, signSession } from '@/lib/server/session'
import { postJson, type Client, type Rated } from './load'
import type { BenchRater, BenchStudy } from './populate'

export type Crew = { study: BenchStudy; raters: BenchRater[] }

/** Clients of the product: session cookie, origin, JSON desk. */
export async function productClients(site: string, { study, raters }: Crew): Promise<Client[]> {
  return Promise.all(
    raters.map(async (rater) => {
      const headers = { Cookie: `${sessionCookie}=${await signSession(rater.sessionId)}`, Origin: site }
      const desk = `${site}/api/v1/desk/${study.slug}`
      const { task } = (await postJson(`${desk}/claim`, { hold: 1 }, headers)) as { task: BlindTask }
      return {
        first: task,
        submit: async (rated) => (await postJson(`${desk}/ratings`, rated, headers)) as { task: BlindTask },
      }
    }),
  )
}

/** Clients of the bare Next route: the same rows, without session and validation. */
export async function bareClients(
  bare: string,
  started: Client[],
  { study, raters }: Crew,
): Promise<Client[]> {
  return started.map((client, index) => ({
    first: client.first,
    submit: async (rated) =>
      (await postJson(`${bare}/api/submit`, {
        ...rated,
        raterId: raters[index]?.accountId,
        slug: study.slug,
        criterionIds: study.criterionIds,
      })) as { task: BlindTask },
  }))
}

/** The two statements through `pg` alone, in the process of the benchmark. */
export async function statementClients(
  pool: pg.Pool,
  started: Client[],
  { study, raters }: Crew,
): Promise<Client[]> {
  return started.map((client, index) => ({
    first: client.first,
    submit: (rated) =>
      submitByStatements(pool, {
        ...rated,
        raterId: raters[index]?.accountId ?? '',
        slug: study.slug,
        criterionIds: study.criterionIds,
      }),
  }))
}

export type Bare = Rated & { raterId: string; slug: string; criterionIds: string[] }

/** LOAD and WRITE as the product sends them, named so that each connection plans them once. */
export async function submitByStatements(pool: pg.Pool, input: Bare): Promise<{ task: BlindTask | null }> {
  const load = loadSql(input.raterId, input.slug, input)
  const { rows } = await pool.query<{ outputIds: string[] }>({
    name: 'load',
    text: load.text,
    values: load.values,
  })
  const outputIds = rows[0]?.outputIds ?? []
  const labels = Object.keys(input.scores)
  const write = ratingSql(
    {
      raterId: input.raterId,
      slug: input.slug,
      assignmentId: input.assignmentId,
      key: input.idempotencyKey,
      bodyHash: new Uint8Array(32),
      limit: 1,
      plan: null,
    },
    {
      outputIds: labels.flatMap((label) =>
        input.criterionIds.map(() => outputIds.find((_, at) => labelOf(at) === label) ?? ''),
      ),
      criterionIds: labels.flatMap(() => input.criterionIds),
      values: labels.flatMap((label) => Object.values(input.scores[label] ?? {})),
      comments: {},
      cannotJudge: {},
      reopen: [],
      guess: null,
      dwellMs: input.dwellMs,
    },
  )
  const written = await pool.query<{ tasks: BlindRow[] | null }>({
    name: 'write',
    text: write.text,
    values: write.values,
  })
  const [next] = written.rows[0]?.tasks ?? []
  return { task: next ? await blindTask(db, next) : null }
}
