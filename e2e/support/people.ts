import { randomBytes } from 'node:crypto'
import { startSession } from '@/lib/data/accounts'
import { db } from '@/lib/data/db'
import { sessionCookie, signSession } from '@/lib/server/session'

export type Kind = 'rater' | 'inspector' | 'admin'
export type SignedInPerson = { accountId: string; login: string; cookie: string }

/** Somebody with a live session, made through the database: signing in has a test of its own. */
export async function signedInPerson(role: Kind, name = 'Tried as a new user'): Promise<SignedInPerson> {
  const login = `${role}-${randomBytes(4).toString('hex')}`
  const account = await db.account.create({
    data: { role, person: { create: { login, name, passwordHash: 'none', languages: [], skills: [] } } },
  })
  const token = await signSession(await startSession(account.id))
  return { accountId: account.id, login, cookie: `${sessionCookie}=${token}` }
}

/** The same as a browser cookie. */
export function browserCookie(person: SignedInPerson, site: string) {
  const [name = '', value = ''] = person.cookie.split('=')
  return { name, value, url: site }
}
