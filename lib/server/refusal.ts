import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { ClosedBecause } from '@/lib/domain/rating/closed-because'
import { UserError, type ErrorCode, type Problem } from '@/lib/domain/user-error'
import { log } from './log'

const statuses: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  origin: 403,
  sealed: 403,
  not_found: 404,
  conflict: 409,
  locked: 409,
  lease_lost: 409,
  closed: 409,
  blocked: 409,
  disconnected: 409,
  gone: 410,
  too_large: 413,
  throttled: 429,
  internal: 500,
  unsupported: 501,
  unavailable: 503,
}

export type Refusal = {
  code: ErrorCode
  message: string
  fields?: Record<string, string>
  problems?: Problem[]
  /** Of `closed` at a rater's desk: what kind. */
  because?: ClosedBecause
  requestId: string
}

/** What the outside gets to know about an error: a refusal in full, anything else as a request id. */
export function refusalOf(error: unknown): Refusal {
  const requestId = randomUUID()
  if (error instanceof UserError) {
    return { code: error.code, message: error.message, ...error.more, requestId }
  }
  if (isUnreachable(error)) {
    log.error({ requestId, err: error }, 'database unreachable')
    return { code: 'unavailable', message: 'The database does not answer; try again shortly.', requestId }
  }
  log.error({ requestId, err: error }, 'request failed')
  return { code: 'internal', message: 'Something went wrong; it has been logged.', requestId }
}

/** Codes under which a database that is down, starting or out of space shows itself. */
function isUnreachable(error: unknown): boolean {
  const text = JSON.stringify(error, Object.getOwnPropertyNames(error ?? {})) ?? ''
  return /P1001|P1002|P1008|P1017|P2024|P2037|ECONNREFUSED|ECONNRESET|DatabaseNotReachable|ConnectionClosed|SocketTimeout|57P0[123]|53[0-9]{3}|Connection terminated|timeout exceeded/.test(
    text,
  )
}

export function refuse(error: unknown): Response {
  const refusal = refusalOf(error)
  const headers: HeadersInit = { 'Cache-Control': 'no-store' }
  if (refusal.code === 'unavailable' || refusal.code === 'throttled') headers['Retry-After'] = '5'
  return Response.json({ error: refusal }, { status: statuses[refusal.code], headers })
}

/** Malformed input as one refusal with a sentence per field. */
export function malformed(error: z.ZodError): UserError {
  const fields = Object.fromEntries(
    error.issues.map((issue) => [issue.path.join('.') || 'body', issue.message]),
  )
  return new UserError('invalid', 'The request is not well formed.', { fields })
}
