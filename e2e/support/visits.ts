import { freshSetUpLink } from '@/lib/data/accounts'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { invitePerson } from '@/lib/data/people/invitations'
import { enrolRater } from '@/lib/data/studies/enrolments'
import { openStudy } from '@/lib/data/studies/lifecycle'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { anchorTasksOf, shortCalibration } from './anchored-study'
import { inspectedStudy, type InspectedStudy } from './inspected-study'
import { signedInPerson, type Kind, type SignedInPerson } from './people'
import { publishedStudy } from './published-study'
import { fullRating } from './rating'
import { makeStudy, type Made } from './study-factory'

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
  const inspected = await inspectedStudy({ id: inspector.accountId } as Inspector)
  const calibrating = await calibratingStudy({ id: inspector.accountId } as Inspector)
  await enrolRater(admin, calibrating.slug, rater.accountId)
  const slugs = {
    published: published.slug,
    draft: draft.slug,
    open: open.slug,
    calibrating: calibrating.slug,
  }
  return {
    people: { rater, inspector, admin: manager },
    visits: (door) => visitsOf(slugs, token)[door] ?? inspectorVisits(inspected)[door] ?? [],
  }
}

/** An open study whose raters calibrate first. */
async function calibratingStudy(inspector: Inspector): Promise<Made> {
  const study = await makeStudy({ prompts: 14, protocol: { calibration: shortCalibration } })
  await openStudy(await operator(), study.slug)
  await anchorTasksOf(inspector, study.slug, 10)
  return study
}

type Slugs = { published: string; draft: string; open: string; calibrating: string }

const visit = (as: Visit['as'], path: string, name = path) => ({
  as,
  path,
  name: name.replace(/^\//, '').replace(/\W+/g, '-') || 'start',
})

/** By the door that the build knows; a page without an entry fails the test. */
function visitsOf({ published, draft, open, calibrating }: Slugs, token: string): Record<string, Visit[]> {
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
    '/rate/[slug]': [
      visit('rater', `/rate/${open}`, 'desk'),
      visit('rater', `/rate/${calibrating}`, 'calibration'),
    ],
    '/rate/[slug]/sheet': [visit('rater', `/rate/${open}/sheet`, 'own-sheet')],
    '/rate/[slug]/mine': [visit('rater', `/rate/${open}/mine`, 'mine')],
    '/inspect': [visit('inspector', '/inspect')],
    '/admin': [visit('admin', '/admin')],
    '/admin/studies': [visit('admin', '/admin/studies')],
    '/admin/studies/new': [visit('admin', '/admin/studies/new')],
    '/admin/studies/[slug]': [study(draft, 'draft'), study(open, 'open'), study(published, 'published')],
    '/admin/studies/[slug]/preview': [visit('admin', `/admin/studies/${draft}/preview`, 'preview')],
    '/admin/studies/[slug]/rules': [visit('admin', `/admin/studies/${open}/rules`, 'rules')],
    '/admin/studies/[slug]/rubric': [visit('admin', `/admin/studies/${open}/rubric`, 'rubric')],
    '/admin/studies/[slug]/cells': [
      visit('admin', `/admin/studies/${published}/cells`, 'cells'),
      visit(
        'admin',
        `/admin/studies/${published}/cells?prompt=Shown+p0&model=Shown+m0&criterion=accuracy`,
        'cell',
      ),
    ],
    '/admin/studies/[slug]/sure': [visit('admin', `/admin/studies/${published}/sure`, 'sure')],
    '/admin/imports': [visit('admin', '/admin/imports')],
    '/admin/people': [visit('admin', '/admin/people')],
    '/admin/audit': [visit('admin', '/admin/audit')],
  }
}

function inspectorVisits({ slug, lotId, caseId, pseudonym }: InspectedStudy): Record<string, Visit[]> {
  const at = (path: string, name: string) => [visit('inspector', `/inspect/${slug}/${path}`, name)]
  return {
    '/inspect/[slug]/lots': at('lots', 'lots'),
    '/inspect/[slug]/lots/[id]': at(`lots/${lotId}`, 'lot'),
    '/inspect/[slug]/arbitration': at('arbitration', 'arbitration'),
    '/inspect/[slug]/arbitration/[caseId]': at(`arbitration/${caseId}`, 'case'),
    '/inspect/[slug]/anchors': at('anchors', 'anchors'),
    '/inspect/[slug]/raters': at('raters', 'raters'),
    '/inspect/[slug]/raters/[pseudonym]': at(`raters/${pseudonym}`, 'fingerprint'),
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
