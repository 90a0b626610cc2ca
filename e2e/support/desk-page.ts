import type { Browser, BrowserContext, Page } from '@playwright/test'
import { db } from '@/lib/data/db'
import { enrolRater } from '@/lib/data/studies/enrolments'
import { openStudy } from '@/lib/data/studies/lifecycle'
import { operator } from '@/lib/server/operator'
import { browserCookie, signedInPerson, type SignedInPerson } from './people'
import { makeStudy, type Made } from './study-factory'

export type Wanted = Parameters<typeof makeStudy>[0]

/** An open study with one rater who is enrolled. */
export async function studyForOne(wanted: Wanted): Promise<{ study: Made; rater: SignedInPerson }> {
  const study = await makeStudy(wanted)
  const admin = await operator()
  await openStudy(admin, study.slug)
  const rater = await signedInPerson('rater')
  await enrolRater(admin, study.slug, rater.accountId)
  return { study, rater }
}

export async function contextOf(
  browser: Browser,
  person: SignedInPerson,
  site: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB' })
  await context.addCookies([browserCookie(person, site)])
  return context
}

/** Opens the desk and waits for a task. */
export async function openDesk(page: Page, slug: string): Promise<void> {
  await page.goto(`/rate/${slug}`)
  await page.getByRole('radiogroup').first().waitFor()
}

/** The same digit in each cell of the two outputs with two criteria that the factory makes. */
export async function scoreAll(page: Page, digit: string, cells = 4): Promise<void> {
  for (let cell = 0; cell < cells; cell++) await page.keyboard.press(digit)
}

export const promptText = (page: Page) =>
  page
    .getByText(/^Question \d+$/)
    .first()
    .innerText()

/** How many ratings of a study are stored, and how many assignments they belong to. */
export async function stored(studyId: string): Promise<{ ratings: number; assignments: number }> {
  const ratings = await db.rating.findMany({
    where: { assignment: { studyId } },
    select: { assignmentId: true },
  })
  return { ratings: ratings.length, assignments: new Set(ratings.map((each) => each.assignmentId)).size }
}
