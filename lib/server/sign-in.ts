import { z } from 'zod'
import { credentialsOf, findLogin, replacePassword } from '@/lib/data/accounts'
import { isPassword } from '@/lib/data/passwords'
import { countFailure, forgetFailures, secondsToWait, type Attempt } from '@/lib/data/throttle'
import { normaliseLogin } from '@/lib/domain/people/login'
import { UserError } from '@/lib/domain/user-error'
import type { SignedIn } from './actor'

export type SignIn = { ok: true; accountId: string } | { ok: false; waitSeconds: number }

/** The account that a login and a password prove, or how long to wait. Nobody and a wrong password look the same. */
export async function provenAccount(login: string, password: string, address: string): Promise<SignIn> {
  const attempt = { login: normaliseLogin(login) ?? login, address }
  const waitSeconds = await secondsToWait(attempt)
  if (waitSeconds > 0) return { ok: false, waitSeconds }
  const known = await findLogin(login)
  if (!(await isRight(attempt, known?.passwordHash ?? null, password)) || !known)
    return { ok: false, waitSeconds: 0 }
  // A burst of guesses sent at once has passed the first look together; a right one among them waits as well.
  const late = await secondsToWait(attempt)
  if (late > 0) return { ok: false, waitSeconds: late }
  await forgetFailures(attempt)
  return { ok: true, accountId: known.accountId }
}

async function isRight(attempt: Attempt, kept: string | null, password: string): Promise<boolean> {
  const right = await isPassword(kept, password)
  if (!right) await countFailure(attempt)
  return right
}

export const passwordInput = z.object({ current: z.string().max(1000), password: z.string().max(1000) })

/** A new password for somebody who knows the old one; ends all sessions but this one. */
export async function changePassword(
  who: SignedIn,
  input: z.infer<typeof passwordInput>,
  address: string,
): Promise<void> {
  const known = await credentialsOf(who.actor.id)
  const attempt = { login: known.login, address }
  if ((await secondsToWait(attempt)) > 0)
    throw new UserError('throttled', 'Too many wrong passwords; wait a minute.')
  if (!(await isRight(attempt, known.passwordHash, input.current))) {
    throw new UserError('invalid', 'The current password is wrong.', {
      fields: { current: 'your password until now' },
    })
  }
  await replacePassword(known, input.password, who.sessionId)
}
