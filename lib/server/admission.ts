import { z } from 'zod'
import { acceptInvitation, acceptSetUp, invitationFor, isSetUpOpen } from '@/lib/data/accounts'
import { isDatabaseUp } from '@/lib/data/health'
import { UserError } from '@/lib/domain/user-error'

// What is open to somebody without an account: the links that make one, and the question whether the site serves.

const password = z.string().max(1000)
export const setUpInput = z.object({
  login: z.string().max(200),
  name: z.string().trim().min(1).max(200),
  password,
})
export const joinInput = z.object({ password })

export const setUpSite = (token: string, input: z.infer<typeof setUpInput>) => acceptSetUp(token, input)
export const isSetUpOffered = (token: string) => isSetUpOpen(token)
export const join = (token: string, input: z.infer<typeof joinInput>) => acceptInvitation(token, input)

/** What an invited person sees before choosing a password. */
export async function offeredInvitation(token: string): Promise<{ login: string; name: string } | null> {
  const invited = await invitationFor(token)
  return invited && { login: invited.login, name: invited.name }
}

export async function health(): Promise<{ ok: true }> {
  if (await isDatabaseUp()) return { ok: true }
  throw new UserError('unavailable', 'The database does not answer; try again shortly.')
}
