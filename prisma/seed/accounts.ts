import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { acceptInvitation } from '@/lib/data/accounts'
import { invitePerson, renewInvitation } from '@/lib/data/people/invitations'
import { people } from '@/lib/data/people/people'
import { simulatedRaterWithLogin } from '@/lib/data/people/simulated-raters'
import type { Admin } from '@/lib/domain/people/actor'
import type { FreshInvitation } from '@/lib/domain/people/person'
import type { InvitationInput } from '@/lib/domain/people/profile'
import { env } from '@/lib/env'

const sampleAccounts = z.array(z.object({ login: z.string(), password: z.string() }))
type SampleAccount = z.infer<typeof sampleAccounts>[number]

const raters = ['rater-1', 'rater-2', 'rater-3']
const inspector = 'inspector-1'

/** Nobody learns this password: an account under it cannot sign in. */
const unknownPassword = () => randomBytes(24).toString('base64url')

/** Raters made of code, known by their login; returns the accounts' ids. */
export async function simulatedRaters(admin: Admin, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let number = 1; number <= count; number += 1) {
    const who = {
      login: `sample-simulated-${number}`,
      name: `Simulated rater ${number}`,
      password: unknownPassword(),
    }
    ids.push(await simulatedRaterWithLogin(admin, who))
  }
  return ids
}

/**
 * Three raters to try the desk with, and an inspector who sees what the quality chain makes of them. Their passwords are
 * made here and kept in a file that only its owner can read. Returns the logins of the raters.
 */
export async function accountsToTry(admin: Admin): Promise<string[]> {
  const states = new Map((await people(admin)).map(({ login, state }) => [login, state]))
  const wanted: InvitationInput[] = [
    ...raters.map((login, index) => ({
      login,
      name: `Rater ${index + 1} (sample)`,
      role: 'rater' as const,
    })),
    { login: inspector, name: 'Inspector (sample)', role: 'inspector' },
  ]
  for (const person of wanted) {
    const state = states.get(person.login) ?? 'missing'
    if (state === 'missing') await takeUp(await invitePerson(admin, person))
    if (state === 'invited') await takeUp(await renewInvitation(admin, person.login))
  }
  return raters
}

/** The password is on disk before it is anybody's: a run that is cut short leaves no account without one. */
async function takeUp({ login, invitation }: FreshInvitation): Promise<void> {
  const password = randomBytes(9).toString('base64url')
  await keep({ login, password })
  await acceptInvitation(invitation.slice(invitation.lastIndexOf('/') + 1), { password })
}

async function keep(account: SampleAccount): Promise<void> {
  const file = path.join(env.MANGPING_DATA_DIR, 'sample-accounts.json')
  await mkdir(env.MANGPING_DATA_DIR, { recursive: true })
  const text = await readFile(file, 'utf8').catch(() => '[]')
  const others = sampleAccounts.parse(JSON.parse(text)).filter(({ login }) => login !== account.login)
  await writeFile(file, `${JSON.stringify([...others, account], null, 2)}\n`, { mode: 0o600 })
}
