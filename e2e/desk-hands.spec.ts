import { expect, test, type Page } from '@playwright/test'
import { db } from '@/lib/data/db'
import { contextOf, openDesk, promptText, scoreAll, stored, studyForOne } from './support/desk-page'

async function desk(page: Page, slug: string): Promise<void> {
  await openDesk(page, slug)
  await expect(page.getByText(/cells left/)).toBeVisible()
}

/** What is stored of a study, in the order in which it came. */
const endedIn = (studyId: string) =>
  db.assignment.findMany({
    where: { studyId, endedAt: { not: null } },
    orderBy: { endedAt: 'asc' },
    select: {
      status: true,
      skipReason: true,
      ratings: { select: { cannotJudge: true, comments: true, scores: { select: { value: true } } } },
    },
  })

test('everything is done by keyboard alone, and ? says how', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 3 })
  const page = await (await contextOf(browser, rater, baseURL ?? '')).newPage()
  await desk(page, study.slug)
  const { keyboard } = page
  await keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toContainText('Submit, or go to the first empty cell')
  await keyboard.press('Escape')
  await expect(keys).toBeHidden()

  await keyboard.press('Enter')
  await expect(page.getByText(/still empty; this is the first/).last()).toBeVisible()
  await scoreAll(page, '2')
  await keyboard.press('z')
  await expect(page.getByText('1 cell left')).toBeVisible()
  await keyboard.press('3')
  await keyboard.press('ArrowLeft')
  await keyboard.press('ArrowUp')
  await keyboard.press('5')
  await keyboard.press('c')
  await keyboard.type('Clear, 1 2 3 x z')
  await keyboard.press('Escape')
  await keyboard.press('Enter')
  await expect.poll(() => stored(study.id)).toEqual({ ratings: 1, assignments: 1 })
  const rating = (await endedIn(study.id))[0]?.ratings[0]
  expect(rating?.scores.map(({ value }) => value).sort()).toEqual([2, 2, 3, 5])
  expect(Object.values(rating?.comments ?? {})).toEqual(['Clear, 1 2 3 x z'])
})

test('Tab reaches each cell, and then leaves them', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 1 })
  const page = await (await contextOf(browser, rater, baseURL ?? '')).newPage()
  await desk(page, study.slug)
  const focused = () => page.evaluate(() => document.activeElement?.closest('[data-cell]') !== null)
  for (let cell = 1; cell < 4; cell++) {
    await page.keyboard.press('Tab')
    await expect.poll(focused).toBe(true)
  }
  await page.keyboard.press('Tab')
  await expect.poll(focused).toBe(false)
})

test('one output, or a whole task, cannot be judged', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 3 })
  const page = await (await contextOf(browser, rater, baseURL ?? '')).newPage()
  await desk(page, study.slug)
  const { keyboard } = page
  const first = await promptText(page)
  await keyboard.press('x')
  await expect(page.getByRole('dialog')).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await scoreAll(page, '4', 2)
  await keyboard.press('Enter')
  await expect.poll(() => promptText(page)).not.toBe(first)

  const second = await promptText(page)
  await keyboard.press('Shift+X')
  await page.getByRole('radio', { name: 'Beyond my knowledge' }).check()
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await keyboard.press('Enter')
  await expect.poll(() => promptText(page)).not.toBe(second)
  await expect.poll(async () => (await endedIn(study.id)).length).toBe(2)

  const [part, whole] = await endedIn(study.id)
  expect(part).toMatchObject({ status: 'submitted', ratings: [{ scores: [{ value: 4 }, { value: 4 }] }] })
  expect(Object.values(part?.ratings[0]?.cannotJudge ?? {})).toEqual(['unreadable'])
  expect(whole).toMatchObject({ status: 'skipped', skipReason: 'knowledge', ratings: [] })
})

test('twenty outputs do not push a phone or a screen apart', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 1, models: 20, sheetSize: 20 })
  const page = await (await contextOf(browser, rater, baseURL ?? '')).newPage()
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 740 })
    await openDesk(page, study.slug)
    await scoreAll(page, '4', 3)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})
