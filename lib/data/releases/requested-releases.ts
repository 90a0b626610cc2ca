import type { Admin } from '@/lib/domain/people/actor'
import { isUnsealed } from '@/lib/domain/study/study-state'
import { UserError, type ErrorCode, type Problem } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'
import { enqueue } from '@/lib/data/queue'

type Refused = { code: ErrorCode; message: string; problems: Problem[] }

/** How a publication ended. */
export type ReleaseOutcome = { number: number } | { refused: Refused }

/** The seed of a board's intervals where nobody asks for another. */
const usualSeed = 1

type Wanted = { slug: string; waivers: Record<string, string> }

/** Asks the worker to publish: it computes the board, checks the gates and freezes the release. */
export async function requestRelease(admin: Admin, { slug, waivers }: Wanted): Promise<void> {
  const study = await db.study.findUnique({ where: { slug }, select: { state: true } })
  if (!study) throw new UserError('not_found', `There is no study "${slug}".`)
  if (!isUnsealed(study.state)) {
    throw new UserError('sealed', `"${slug}" is ${study.state}; it is published after unsealing.`)
  }
  await enqueue(db, 'release', { slug, seed: usualSeed, waivers, byId: admin.id })
}

type Job = { state: string; output: ReleaseOutcome | null }

/** The number of the release that was asked for last, null while the worker is at it; a refusal is thrown. */
export async function requestedRelease(_admin: Admin, slug: string): Promise<number | null> {
  const [job] = await db.$queryRaw<Job[]>`
    SELECT state::text, output FROM pgboss.job WHERE name = 'release' AND data->>'slug' = ${slug}
    ORDER BY created_on DESC LIMIT 1`
  if (!job) throw new UserError('not_found', `No release of "${slug}" was asked for.`)
  if (job.state === 'failed' || job.state === 'cancelled')
    throw new Error(`publishing ${slug} ended as ${job.state}`)
  if (job.state !== 'completed' || !job.output) return null
  if ('number' in job.output) return job.output.number
  const { code, message, problems } = job.output.refused
  throw new UserError(code, message, { problems })
}
