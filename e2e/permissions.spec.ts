import { expect, test } from '@playwright/test'
import { submitRating } from '@/lib/data/desk/ratings'
import { enrolRater } from '@/lib/data/studies/enrolments'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { claimTasks } from '@/lib/data/desk/assignments'
import { canariesIn } from './support/canaries'
import { builtActions, builtDoors, type Door } from './support/doors'
import { signedInPerson, type Kind } from './support/people'
import { fullRating } from './support/rating'
import { inspectedStudy } from './support/inspected-study'
import { rowCounts } from './support/row-counts'

type Visitor = Kind | 'visitor' | 'other rater'
const visitors: Visitor[] = ['visitor', 'rater', 'other rater', 'inspector', 'admin']
const canary = 'CANARY-TEXT-5d21'

/** Who may come in. A door that is not named here fails the test: decide, then write it down. */
function mayEnter(door: Door): Visitor[] {
  const raters: Visitor[] = ['rater', 'other rater']
  const signedIn: Visitor[] = [...raters, 'inspector', 'admin']
  const rules: [RegExp, Visitor[]][] = [
    // The study of this scene is open: its leaderboard does not exist, for anybody.
    [/^\/leaderboards\//, []],
    [/^\/$|^\/sign-in$|^\/leaderboards$|^\/set-up\/|^\/invite\//, visitors],
    [/^\/account$/, signedIn],
    [/^\/rate$/, raters],
    [/^\/rate\//, ['rater']],
    [/^\/inspect/, ['inspector']],
    [/^\/admin/, ['admin']],
    [/^\/api\/v1\/leaderboards\//, []],
    [/^\/api\/auth\/|^\/api\/v1\/(health|set-up|invitations)/, visitors],
    [/^\/api\/v1\/desk\//, ['rater']],
    [/^\/api\/v1\/inspect\//, ['inspector']],
    [/^\/api\/v1\/(imports|studies)/, ['admin']],
    // Answers that there is nothing here.
    [/^\/api\/\[\.\.\.path\]$/, []],
  ]
  const rule = rules.find(([pattern]) => pattern.test(door.path))
  if (!rule) throw new Error(`no rule says who may enter ${door.path}`)
  return rule[1]
}

/** Whose actions a page has. What is malformed is refused before the question whose it is. */
function mayRun(page: string): Visitor[] {
  if (page.startsWith('/account')) return ['rater', 'other rater', 'inspector', 'admin']
  if (page.startsWith('/rate')) return ['rater', 'other rater']
  return page.startsWith('/inspect') ? ['inspector'] : ['admin']
}

async function scene() {
  const inspector = await signedInPerson('inspector')
  const study = await inspectedStudy({ id: inspector.accountId } as Inspector, {
    prompts: 12,
    each: 9,
    canary,
  })
  const rater = await signedInPerson('rater')
  await enrolRater(await operator(), study.slug, rater.accountId)
  const owner = { id: rater.accountId } as Rater
  const { task } = await claimTasks(owner, study.slug, 1)
  if (!task) throw new Error('a task')
  const { saved, task: next } = await submitRating(owner, study.slug, fullRating(task))
  const cookies: Record<Visitor, string> = {
    visitor: '',
    rater: rater.cookie,
    'other rater': (await signedInPerson('rater')).cookie,
    inspector: inspector.cookie,
    admin: (await signedInPerson('admin')).cookie,
  }
  return { study, cookies, ratingId: saved?.ratingId ?? '', assignmentId: next?.assignmentId ?? '' }
}
type Scene = Awaited<ReturnType<typeof scene>>

function address(door: Door, { study, ratingId, assignmentId }: Scene): string {
  const id = door.path.includes('/assignments/')
    ? assignmentId
    : door.path.includes('/lots/')
      ? study.lotId
      : ratingId
  return door.path
    .replace('[pseudonym]', study.pseudonym)
    .replace('[caseId]', study.caseId)
    .replace('[assignmentId]', assignmentId)
    .replace('[slug]', study.slug)
    .replace('[id]', id)
    .replace('[number]', '1')
    .replace('[token]', 'no-such-token')
    .replace('[...nextauth]', 'session')
}

/** Whether the answer let this visitor in: a page or success, and not the way to the sign-in page. */
async function gotIn(response: Response, door: Door): Promise<boolean> {
  const text = await response.text()
  if (response.status >= 300 && response.status < 400)
    return !/\/sign-in/.test(response.headers.get('location') ?? '')
  if (door.kind === 'page')
    return response.status === 200 && !/NEXT_HTTP_ERROR_FALLBACK;404|NEXT_REDIRECT/.test(text)
  // What is malformed is refused after the question who is asking and before the one whose it is.
  return (
    ![400, 401, 403, 405].includes(response.status) &&
    !/"code":"(not_found|unauthenticated|forbidden|origin)"/.test(text)
  )
}

test('every page and endpoint lets in exactly whom it is for', async ({ baseURL }) => {
  const site = baseURL ?? ''
  const set = await scene()
  const before = await rowCounts()
  const wrong: string[] = []
  for (const door of builtDoors()) {
    const allowed = mayEnter(door)
    for (const visitor of visitors) {
      const expected = allowed.includes(visitor)
      for (const method of door.kind === 'page' ? ['GET'] : ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        if (expected && method !== 'GET') continue
        const response = await fetch(site + address(door, set), {
          method,
          redirect: 'manual',
          headers: { Cookie: set.cookies[visitor], Origin: site, 'Content-Type': 'application/json' },
          ...(method === 'GET' ? {} : { body: '{}' }),
        })
        const text = await response.clone().text()
        const entered = await gotIn(response, door)
        const isOwn = expected && method === 'GET' && door.kind === 'page'
        if (isOwn && !entered) wrong.push(`${visitor} is kept out of ${door.path}: ${response.status}`)
        if (!expected && entered) wrong.push(`${visitor} enters ${method} ${door.path}: ${response.status}`)
        if (!expected && canariesIn(text, [canary]).length > 0)
          wrong.push(`${visitor} reads a model's name at ${door.path}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(await rowCounts()).toEqual(before)
})

test('every server action refuses whom it is not for, and knows its own', async ({ baseURL }) => {
  const site = baseURL ?? ''
  const set = await scene()
  const before = await rowCounts()
  const wrong: string[] = []
  for (const action of builtActions()) {
    const allowed = mayRun(action.page)
    for (const visitor of visitors.filter((each) => each !== 'rater')) {
      const response = await fetch(
        site + action.page.replace('[slug]', set.study.slug).replace('[pseudonym]', set.study.pseudonym),
        {
          method: 'POST',
          redirect: 'manual',
          headers: {
            'Next-Action': action.id,
            'Content-Type': 'text/plain;charset=UTF-8',
            Origin: site,
            Cookie: set.cookies[visitor],
            Accept: 'text/x-component',
          },
          body: JSON.stringify([{ nothing: 'of this kind' }]),
        },
      )
      const text = await response.text()
      const refused =
        /"code":"(unauthenticated|not_found)"/.test(text) || response.status === 404 || response.status >= 300
      const mayAct = allowed.includes(visitor)
      if (!mayAct && !refused)
        wrong.push(`${visitor} runs an action of ${action.page}: ${response.status} ${text.slice(0, 200)}`)
      if (mayAct && /"code":"unauthenticated"/.test(text))
        wrong.push(`${visitor} is kept from an action of ${action.page}`)
    }
  }
  expect(builtActions().length).toBeGreaterThan(0)
  expect(wrong).toEqual([])
  expect(await rowCounts()).toEqual(before)
})
