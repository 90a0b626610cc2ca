import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { sessionHolder } from '@/lib/data/accounts'
import { isUuid } from '@/lib/domain/uuid'
import type { Actor, Admin, Inspector, Rater, Role } from '@/lib/domain/people/actor'
import { cookieValue, readSession, sessionCookie } from './session'

export type SignedIn = { actor: Actor; role: Role; sessionId: string }

/** Who is behind a session token: role and disabled state come from the database each time. */
async function holderOf(token: string | undefined): Promise<SignedIn | null> {
  const sessionId = await readSession(token)
  if (!sessionId || !isUuid(sessionId)) return null
  const holder = await sessionHolder(sessionId)
  if (!holder) return null
  return { actor: { id: holder.id } as Actor, role: holder.role, sessionId }
}

export function signedInOf(request: Request): Promise<SignedIn | null> {
  return holderOf(cookieValue(request.headers.get('cookie'), sessionCookie))
}

/** Who is looking at this page, asked once per request. */
export const signedIn = cache(async () => holderOf((await cookies()).get(sessionCookie)?.value))

async function required(role: Role | null): Promise<SignedIn> {
  const who = await signedIn()
  if (!who) redirect('/sign-in')
  // A page of another role does not exist for this person.
  if (role && who.role !== role) notFound()
  return who
}

export const requireSignedIn = () => required(null)
export const requireRater = async () => (await required('rater')).actor as Rater
export const requireInspector = async () => (await required('inspector')).actor as Inspector
export const requireAdmin = async () => (await required('admin')).actor as Admin
