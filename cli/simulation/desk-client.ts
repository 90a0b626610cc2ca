import { randomUUID } from 'node:crypto'
import type { BlindTask, Progress } from '@/lib/domain/rating/blind-task'
import { UserError, type ErrorCode } from '@/lib/domain/user-error'

type Answer = {
  saved?: { ratingId: string; revision: number } | null
  task: BlindTask | null
  progress: Progress
}
type Rated = { scores: Record<string, Record<string, number>>; dwellMs: number }

export type DeskClient = {
  claim(hold?: number): Promise<Answer>
  submit(task: BlindTask, rated: Rated, idempotencyKey?: string): Promise<Answer>
}

/** Signs in as a script does (docs/guide) and works at the desk of one study over HTTP. */
export async function deskClient(
  site: string,
  slug: string,
  who: { login: string; password: string },
): Promise<DeskClient> {
  const cookie = await signIn(site, who)
  const post = async (path: string, body: object): Promise<Answer> => {
    const response = await fetch(`${site}/api/v1/desk/${slug}/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: site, Cookie: cookie },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw refusalIn(answer)
    return answer as Answer
  }
  return {
    claim: (hold = 1) => post('claim', { hold }),
    submit: (task, rated, idempotencyKey = randomUUID()) =>
      post('ratings', { assignmentId: task.assignmentId, idempotencyKey, ...rated }),
  }
}

function refusalIn(answer: unknown): UserError {
  const { error } = answer as { error: { code: ErrorCode; message: string; fields?: Record<string, string> } }
  return new UserError(error.code, error.message, error.fields ? { fields: error.fields } : {})
}

/** The Cookie header of a fresh session. */
export async function signIn(site: string, who: { login: string; password: string }): Promise<string> {
  const csrf = await fetch(`${site}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const response = await fetch(`${site}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { Cookie: cookiesOf(csrf), Origin: site },
    body: new URLSearchParams({ csrfToken, json: 'true', ...who }),
    redirect: 'manual',
  })
  if (response.status !== 200)
    throw new UserError('unauthenticated', `Signing in as ${who.login} was refused.`)
  return cookiesOf(response)
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
