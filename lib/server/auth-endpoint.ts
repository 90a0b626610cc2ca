import type { NextRequest } from 'next/server'
import { endSession } from '@/lib/data/accounts'
import { UserError } from '@/lib/domain/user-error'
import { isUuid } from '@/lib/domain/uuid'
import { siteUrl } from '@/lib/env'
import { nextAuth, returnCookie } from './auth'
import { refuse } from './refusal'
import { cookieValue, readSession, sessionCookie } from './session'

type Context = { params: Promise<{ nextauth: string[] }> }

const maxBodyBytes = 10_000
// Of next-auth's doors those that the site uses; the others are not there.
const served = new Set(['GET csrf', 'GET session', 'POST callback/credentials', 'POST signout'])

/** `app/api/auth`: signing in and out, for pages and for scripts. */
export async function authEndpoint(request: NextRequest, context: Context): Promise<Response> {
  try {
    const door = `${request.method} ${(await context.params).nextauth.join('/')}`
    if (!served.has(door)) throw new UserError('not_found', 'Not found.')
    if (request.method === 'POST') refuseForeignForm(request)
    refuseForeignReturn(request)
    const answer = await nextAuth(request, context)
    return request.method === 'POST' ? await settled(answer, request) : answer
  } catch (error) {
    return refuse(error)
  }
}

/** Signing in from a script needs no Origin (the token from `csrf` is asked), but a foreign one is refused. */
function refuseForeignForm(request: Request): void {
  const from = request.headers.get('origin')
  const own = new URL(siteUrl).origin
  if (from !== null && from !== own) throw new UserError('origin', `Writes need the header Origin: ${own}`)
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    const fields = { 'content-type': 'application/x-www-form-urlencoded' }
    throw new UserError('invalid', 'The body has to be a form.', { fields })
  }
  const bytes = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(bytes <= maxBodyBytes))
    throw new UserError('too_large', `The body has to be at most ${maxBodyBytes} bytes.`)
}

/** next-auth answers a malformed return address with 500; nobody needs one here. */
function refuseForeignReturn(request: NextRequest): void {
  const kept = request.cookies.get(returnCookie)?.value
  const asked = request.nextUrl.searchParams.has('callbackUrl')
  const isMalformed = kept !== undefined && !(/^https?:/.test(kept) && URL.canParse(kept))
  if (asked || isMalformed) {
    throw new UserError('invalid', 'Return addresses belong into the form.', {
      fields: { callbackUrl: 'a path of this site' },
    })
  }
}

/** next-auth tells failures by where it would send a browser; a script gets a status, both get the sign-in page. */
async function settled(answer: Response, request: Request): Promise<Response> {
  const location = answer.headers.get('location')
  const failure = failureIn(location ?? (await addressIn(answer)))
  if (!failure) {
    await endReplaced(request)
    return answer
  }
  const headers = new Headers(answer.headers)
  if (failure.waitSeconds) headers.set('Retry-After', String(failure.waitSeconds))
  const url = `${siteUrl}/sign-in?error=${failure.word}`
  if (location === null) return Response.json({ url }, { status: failure.status, headers })
  headers.set('Location', url)
  return new Response(null, { status: 303, headers })
}

async function addressIn(answer: Response): Promise<string> {
  const body = (await answer.clone().json()) as { url?: string }
  return body.url ?? ''
}

type Failure = { word: string; status: number; waitSeconds?: number }

function failureIn(address: string): Failure | null {
  const query = new URL(address, siteUrl).searchParams
  if (query.has('csrf')) return { word: 'csrf', status: 403 }
  const error = query.get('error')
  if (error === null) return null
  const waitSeconds = Number(/^throttled:(\d+)$/.exec(error)?.[1] ?? 0)
  if (waitSeconds > 0) return { word: 'throttled', status: 429, waitSeconds }
  return error === 'unavailable' ? { word: error, status: 503 } : { word: 'wrong', status: 401 }
}

/** Whoever signs in or out leaves the session held before: a cookie set by somebody else is worth nothing afterwards. */
async function endReplaced(request: Request): Promise<void> {
  const before = await readSession(cookieValue(request.headers.get('cookie'), sessionCookie))
  if (before && isUuid(before)) await endSession(before)
}
