import { expect, test, type Browser, type Page } from '@playwright/test'
import { db } from '@/lib/data/db'
import { closeStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { operator } from '@/lib/server/operator'
import { mustMangping } from './support/mangping'
import {
  chainStudy,
  disputedPrompt,
  enrolAll,
  levelsIn,
  type ChainStudy,
  type Person,
} from './support/chain-study'
import { calibrate, fallingOut, inspectLots, makeAnchors, workOnce, type Scoring } from './support/chain-work'
import { browserCookie, signedInPerson, type SignedInPerson } from './support/people'
import { words } from './support/words'

const word = words('en')
/** For what the worker does beside. */
const patient = { timeout: 30_000 }

async function pageOf(browser: Browser, who: SignedInPerson, site: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: site })
  await context.addCookies([browserCookie(who, site)])
  return context.newPage()
}

/** Reads the answers on the desk from the left and types their levels; two criteria each. */
async function typeLevels(page: Page, answers: number): Promise<void> {
  const texts = page.locator('.read').filter({ hasText: /accuracy \d/ })
  await expect(texts).toHaveCount(answers)
  for (const text of await texts.allInnerTexts()) {
    const { accuracy, style } = levelsIn(text)
    await page.keyboard.press(String(accuracy))
    await page.keyboard.press(String(style))
  }
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(answers * 2)
}

/** One attempt at the desk by keyboard alone, with its feedback after each task. */
async function calibrateByHand(page: Page, slug: string): Promise<void> {
  await page.goto(`/rate/${slug}`)
  await page.getByRole('button', { name: word('calibration.open.begin') }).press('Enter')
  for (let task = 0; task < 5; task++) {
    await typeLevels(page, 2)
    await page.keyboard.press('Enter')
    const feedback = page.getByRole('heading', { name: word('calibration.feedback.title') })
    await expect(feedback).toBeVisible()
    await expect(page.getByText('The levels are written in the answer.').first()).toBeVisible()
    await page.keyboard.press('Enter')
    // The comparison shows the answers too: what is typed into it is lost.
    await expect(feedback).toBeHidden()
  }
  await expect(page.getByText(word('calibration.result.passed'), { exact: true })).toBeVisible()
}

/** Four raters work in turn until the careless one is taken off the work and nobody has anything left. */
async function work(study: ChainStudy, careless: Person): Promise<void> {
  const says = (at: number): Scoring => fallingOut([1, 5, 3][at] ?? 3)
  const isPaused = async () => {
    const where = { studyId_raterId: { studyId: study.id, raterId: careless.accountId } }
    return (await db.enrolment.findUniqueOrThrow({ where })).state === 'paused'
  }
  const due = () => db.chainDue.count({ where: { studyId: study.id } })
  for (let going = true; going;) {
    going = false
    for (const [at, rater] of study.raters.slice(0, 3).entries())
      if (await workOnce(study, rater, says(at))) going = true
    if (!(await isPaused()))
      going = (await workOnce(study, careless, () => ({ accuracy: 3, style: 3 }))) || going
    // The worker looks at what came in while people read; a test does not read.
    await expect.poll(due, patient).toBeLessThan(5)
  }
  await expect.poll(isPaused, patient).toBe(true)
}

/** The inspector's desk by keyboard alone, until the lot has failed. */
async function failLot(page: Page, slug: string, lotId: string): Promise<void> {
  await page.goto(`/inspect/${slug}/lots/${lotId}`)
  const failed = page.getByText(word('inspect.lot.stateMeans.failed'))
  for (let unit = 0; unit < 30; unit++) {
    await typeLevels(page, 1)
    await page.keyboard.press('Enter')
    const difference = page.getByRole('region', { name: word('inspect.lot.result') })
    await expect(difference).toBeVisible()
    if (await failed.isVisible()) break
    await page.keyboard.press('Enter')
    await expect(difference).toBeHidden()
  }
  await expect(failed).toBeVisible()
}

/** Decides the one case blind, then sees what was given and names the cause. */
async function arbitrate(page: Page, slug: string): Promise<void> {
  await page.goto(`/inspect/${slug}/arbitration`)
  await page.getByRole('main').locator('a[href*="/arbitration/"]').first().click()
  const cells = page.getByRole('radiogroup')
  await expect(cells.first()).toBeVisible()
  const asked = await cells.count()
  for (let cell = 0; cell < asked; cell++) await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  const named = page.getByRole('radio', { name: new RegExp(word('quality.causes.unclear_prompt')) })
  await expect(named.first()).toBeVisible()
  for (const cause of await named.all()) {
    await cause.click()
    await expect(cause).toBeChecked()
  }
}

test('a rating goes through the whole chain, and the number shows all of it', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000)
  const site = baseURL ?? ''
  const study = await chainStudy(site)
  const { slug, inspector, admin, raters } = study
  const [one, , , careless, reserve] = raters
  if (!one || !careless || !reserve) throw new Error('five raters')

  await test.step('experts’ anchors, and calibration', async () => {
    expect(await makeAnchors(study)).toBe(28)
    await enrolAll(study)
    await calibrateByHand(await pageOf(browser, one, site), slug)
    for (const rater of raters.slice(1)) expect(await calibrate(study, rater)).toBe('passed')
  })

  await test.step('work with hidden checks; who does not read is paused by rule and learns why', async () => {
    await work(study, careless)
    const kinds = await db.check.groupBy({
      by: ['kind'],
      where: { assignment: { studyId: study.id } },
      _count: true,
    })
    expect(kinds.map(({ kind }) => kind)).toContain('gold')
    const page = await pageOf(browser, careless, site)
    await page.goto(`/rate/${slug}/sheet`)
    await expect(page.getByText(word('quality.acts.pause')).first()).toBeVisible()
    const seen = await pageOf(browser, inspector, site)
    await seen.goto(`/inspect/${slug}/raters`)
    await expect(seen.getByRole('table').getByRole('row').nth(1)).toContainText(
      await study.pseudonymOf(careless),
    )
  })

  await test.step('a spot check fails a lot, whose tasks others rate again', async () => {
    const lot = await db.lot.findFirstOrThrow({
      where: { round: { studyId: study.id }, raterId: careless.accountId },
      orderBy: { createdAt: 'asc' },
    })
    await failLot(await pageOf(browser, inspector, site), slug, lot.id)
    const reopened = await db.opening.count({
      where: { task: { studyId: study.id }, replaces: { not: null } },
    })
    expect(reopened).toBeGreaterThan(0)
    await inspectLots(study)
    const enrolment = await db.enrolment.findFirstOrThrow({
      where: { studyId: study.id, raterId: careless.accountId },
    })
    expect(enrolment.scheme).not.toMatchObject({ level: 'normal' })
    await inspector.api.post(`inspect/${slug}/raters/${enrolment.pseudonym}`, {
      act: 'exclude',
      reason: 'Read nothing.',
    })
    while (await workOnce(study, reserve, fallingOut(1)));
  })

  await test.step('where raters fell out for good, an inspector decides blind', async () => {
    const { id: roundId } = await db.round.findFirstOrThrow({ where: { studyId: study.id } })
    const waiting = () => db.waitingCell.count({ where: { roundId, waitsFor: 'inspector' } })
    await expect.poll(waiting, patient).toBeGreaterThan(0)
    // Another one: whoever inspected the lots has been shown ratings of these outputs.
    await arbitrate(await pageOf(browser, await signedInPerson('inspector'), site), slug)
  })

  await test.step('a release, and where one of its numbers comes from', async () => {
    await closeStudy(await operator(), slug)
    await inspectLots(study)
    await expect.poll(() => db.chainDue.count({ where: { studyId: study.id } }), patient).toBe(0)
    await unsealStudy(await operator(), slug, 'the end of a test')
    await mustMangping(['publish', slug, '--out', test.info().outputPath('release'), '--seed', '1'])
    const page = await pageOf(browser, admin, site)
    await page.goto(`/admin/studies/${slug}/cells?prompt=p${disputedPrompt}&model=m0&criterion=accuracy`)
    await expect(page.getByText(word('quality.causes.unclear_prompt')).first()).toBeVisible()
    const { assignment } = await db.rating.findFirstOrThrow({
      where: { assignment: { studyId: study.id, raterId: careless.accountId, kind: 'live' } },
      include: { assignment: { include: { task: { include: { prompt: true } } } } },
      orderBy: { sequence: 'asc' },
    })
    await page.goto(
      `/admin/studies/${slug}/cells?prompt=${assignment.task.prompt.key}&model=m0&criterion=accuracy`,
    )
    const ratings = page.getByRole('figure').getByRole('listitem')
    await expect(ratings.filter({ hasText: await study.pseudonymOf(careless) })).toContainText(
      word('provenance.reasons.lot_failed'),
    )
    await expect(ratings.filter({ hasText: await study.pseudonymOf(reserve) })).toBeVisible()
  })
})
