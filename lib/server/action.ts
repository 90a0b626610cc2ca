import type { z } from 'zod'
import type { Actor, Admin, Inspector, Rater, Role } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { signedIn, type SignedIn } from './actor'
import { malformed, refusalOf, type Refusal } from './refusal'

export type ActionResult<T> = { ok: true; value: T } | { ok: false; error: Refusal }
type Action<T> = (input: unknown) => Promise<ActionResult<T>>

/** A server action: who is asking → is it well formed → run → refusals become values → the rest is logged. */
function action<A extends Actor, B, T>(
  role: Role | null,
  schema: z.ZodType<B>,
  run: (actor: A, input: B, who: SignedIn) => Promise<T>,
): Action<T> {
  return async (raw) => {
    try {
      const who = await signedIn()
      if (!who) throw new UserError('unauthenticated', 'Sign in first.')
      if (role && who.role !== role) throw new UserError('not_found', 'Not found.')
      const result = schema.safeParse(raw instanceof FormData ? Object.fromEntries(raw) : raw)
      if (!result.success) throw malformed(result.error)
      return { ok: true, value: await run(who.actor as A, result.data, who) }
    } catch (error) {
      return { ok: false, error: refusalOf(error) }
    }
  }
}

export const raterAction = <B, T>(schema: z.ZodType<B>, run: (rater: Rater, input: B) => Promise<T>) =>
  action<Rater, B, T>('rater', schema, run)

export const inspectorAction = <B, T>(
  schema: z.ZodType<B>,
  run: (inspector: Inspector, input: B) => Promise<T>,
) => action<Inspector, B, T>('inspector', schema, run)

export const adminAction = <B, T>(schema: z.ZodType<B>, run: (admin: Admin, input: B) => Promise<T>) =>
  action<Admin, B, T>('admin', schema, run)

/** For what everybody who is signed in may do to the own account. */
export const ownAction = <B, T>(
  schema: z.ZodType<B>,
  run: (actor: Actor, input: B, who: SignedIn) => Promise<T>,
) => action<Actor, B, T>(null, schema, run)
