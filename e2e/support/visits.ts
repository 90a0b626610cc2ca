import { freshSetUpLink } from '@/lib/data/accounts'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { invitePerson } from '@/lib/data/people/invitations'
import { enrolRater } from '@/lib/data/studies/enrolments'
import { openStudy } from '@/lib/data/studies/lifecycle'
import type { Rater } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { signedInPerson, type Kind, type SignedInPerson } from './people'
import { publishedStudy } from './published-study'
import { fullRating } from './rating'
import { makeStudy } from './study-factory'

export type Visit = { as: Kind | 'visitor'; path: string; name: string }

export type Scene = { people: Record<Kind, SignedInPerson>; visits: (door: string) => Visit[] }

/** A rater at work in an open study, a published one, a draft, and somebody invited: every page has something to show. */
export async function makeScene(): Promise<Scene> {
  const admin = await operator()
  const published = await publishedStudy()
  const draft = await makeStudy({ prompts: 4 })
  const open = await makeStudy({ prompts: 6 })
  await openStudy(admin, open.slug)
  const [rater, inspector, manager] = await Promise.all(
    (['rater', 'inspector', 'admin'] as const).map((role) => signedInPerson(role)),
  )
  if (!rater || !inspector || !manager) throw new Error('three people')
  await enrolRater(admin, open.slug, rater.accountId)
  const atDesk = { id: rater.accountId } as Rater
  const { task } = await claimTasks(atDesk, open.slug, 1)
  if (task) await submitRating(atDesk, open.slug, fullRating(task))
  const { invitation } = await invitePerson(admin, {
    login: `invited-${Date.now()}`,
    name: 'Invited for the pictures',
    role: 'rater',
    languages: ['zh'],
    skills: [],
    affiliations: [],
  })
  const token = new URL(invitation).pathname.split('/').at(-1) ?? ''
  const slugs = { published: published.slug, draft: draft.slug, open: open.slug }
  return {
    people: { rater, inspector, admin: manager },
    visits: (door) => visitsOf(slugs, token)[door] ?? [],
  }
}

type Slugs = { published: string; draft: string; open: string }

const visit = (as: Visit['as'], path: string, name = path) => ({
  as,
  path,
  name: name.replace(/^\//, '').replace(/\W+/g, '-') || 'start',
})

/** By the door that the build knows; a page without an entry fails the test. */
function visitsOf({ published, draft, open }: Slugs, token: string): Record<string, Visit[]> {
  const board = `/leaderboards/${published}`
  const study = (slug: string, name: string) =>
    visit('admin', `/admin/studies/${slug}`, `admin-study-${name}`)
  return {
    '/': [visit('visitor', '/')],
    '/sign-in': [visit('visitor', '/sign-in'), visit('visitor', '/sign-in?error=wrong')],
    '/set-up/[token]': [visit('visitor', '/set-up/none', 'set-up-gone')],
    '/invite/[token]': [
      visit('visitor', `/invite/${token}`, 'invite'),
      visit('visitor', '/invite/none', 'invite-gone'),
    ],
    '/leaderboards': [visit('visitor', '/leaderboards')],
    '/leaderboards/[slug]': [
      visit('visitor', board, 'board'),
      visit('visitor', `${board}?view=criteria&layout=cards`, 'board-cards'),
      visit('visitor', `${board}?q=nothing-like-this`, 'board-empty'),
    ],
    '/leaderboards/[slug]/releases/[number]': [visit('visitor', `${board}/releases/1`, 'release')],
    '/account': [visit('rater', '/account')],
    '/rate': [visit('rater', '/rate')],
    '/rate/[slug]': [visit('rater', `/rate/${open}`, 'desk')],
    '/rate/[slug]/mine': [visit('rater', `/rate/${open}/mine`, 'mine')],
    '/inspect': [visit('inspector', '/inspect')],
    '/admin': [visit('admin', '/admin')],
    '/admin/studies': [visit('admin', '/admin/studies')],
    '/admin/studies/new': [visit('admin', '/admin/studies/new')],
    '/admin/studies/[slug]': [study(draft, 'draft'), study(open, 'open'), study(published, 'published')],
    '/admin/studies/[slug]/preview': [visit('admin', `/admin/studies/${draft}/preview`, 'preview')],
    '/admin/imports': [visit('admin', '/admin/imports')],
    '/admin/people': [visit('admin', '/admin/people')],
    '/admin/audit': [visit('admin', '/admin/audit')],
  }
}

/** Only a site without an admin can be set up: shows it so for as long as that is looked at. */
export async function withoutAdmin(look: (setUp: string) => Promise<void>): Promise<void> {
  const admins = { role: 'admin', disabledAt: null } as const
  const ids = (await db.account.findMany({ where: admins, select: { id: true } })).map(({ id }) => id)
  await db.account.updateMany({ where: admins, data: { disabledAt: new Date() } })
  try {
    await look(new URL((await freshSetUpLink()) ?? '').pathname)
  } finally {
    await db.account.updateMany({ where: { id: { in: ids } }, data: { disabledAt: null } })
  }
}
