import type { z } from 'zod'
import type { Actor, Admin, Inspector, Rater, Role } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { siteUrl } from '@/lib/env'
import { signedInOf } from './actor'
import { malformed, refuse } from './refusal'

const maxBodyBytes = 1_000_000
const origin = new URL(siteUrl).origin

export type Call = { params: Record<string, string>; query: URLSearchParams; request: Request }
type Context = { params: Promise<Record<string, string | string[]>> }
type Handler = (request: Request, context: Context) => Promise<Response>
type Run<A, B> = (actor: A, input: B, call: Call) => Promise<unknown>

/** A door of `app/api`: who is asking → is it well formed → run → refusals become answers → the rest is logged. */
function door<A, B>(
  who: (request: Request) => Promise<A>,
  schema: z.ZodType<B> | null,
  run: Run<A, B>,
): Handler {
  return async (request, context) => {
    try {
      refuseForeignWrite(request)
      const actor = await who(request)
      const input = schema ? await bodyOf(request, schema) : (undefined as B)
      const query = new URL(request.url).searchParams
      const params = namesIn(await context.params)
      const answer = await run(actor, input, { params, query, request })
      return answer instanceof Response ? answer : json(answer)
    } catch (error) {
      return refuse(error)
    }
  }
}

/** What stands in the brackets of the address, if it has any; of `[...path]` the whole path. */
function namesIn(params: Record<string, string | string[]> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, [value].flat().join('/')]))
}

function json(answer: unknown, status = 200): Response {
  return Response.json(answer, { status, headers: { 'Cache-Control': 'no-store' } })
}

/** 201 with the answer. */
export const created = (answer: unknown) => json(answer, 201)

function withRole<A extends Actor>(role: Role | null) {
  return async (request: Request): Promise<A> => {
    const who = await signedInOf(request)
    if (!who) throw new UserError('unauthenticated', 'Sign in first.')
    if (role && who.role !== role) throw new UserError('not_found', 'Not found.')
    return who.actor as A
  }
}

export const raterEndpoint = <B>(schema: z.ZodType<B> | null, run: Run<Rater, B>) =>
  door(withRole<Rater>('rater'), schema, run)

export const inspectorEndpoint = <B>(schema: z.ZodType<B> | null, run: Run<Inspector, B>) =>
  door(withRole<Inspector>('inspector'), schema, run)

export const adminEndpoint = <B>(schema: z.ZodType<B> | null, run: Run<Admin, B>) =>
  door(withRole<Admin>('admin'), schema, run)

export const publicEndpoint = <B>(
  schema: z.ZodType<B> | null,
  run: (input: B, call: Call) => Promise<unknown>,
) =>
  door(
    async () => null,
    schema,
    (_nobody, input, call) => run(input, call),
  )

/** Every write comes from our own pages, or from a script that names our address. */
export function refuseForeignWrite(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  if (request.headers.get('origin') !== origin) {
    throw new UserError('origin', `Writes need the header Origin: ${origin}`)
  }
}

async function bodyOf<B>(request: Request, schema: z.ZodType<B>): Promise<B> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    throw new UserError('invalid', 'The body has to be JSON.', {
      fields: { 'content-type': 'application/json' },
    })
  }
  const result = schema.safeParse(parseJson(await boundedText(request)))
  if (!result.success) throw malformed(result.error)
  return result.data
}

function parseJson(text: string): unknown {
  // PostgreSQL keeps neither NUL nor lone surrogates; JSON can carry both.
  if (/\\u0000/.test(text) || !text.isWellFormed())
    throw new UserError('invalid', 'The body holds characters that are not text.')
  try {
    return JSON.parse(text)
  } catch {
    throw new UserError('invalid', 'The body is not JSON.')
  }
}

async function boundedText(request: Request): Promise<string> {
  const tooLarge = new UserError('too_large', `The body is larger than ${maxBodyBytes} bytes.`)
  const stated = Number(request.headers.get('content-length') ?? Number.NaN)
  if (stated > maxBodyBytes) throw tooLarge
  if (stated >= 0) return request.text()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBodyBytes) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
