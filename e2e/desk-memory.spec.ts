import { expect, test, type Page } from '@playwright/test'
import { sweepExpiredLeases } from '@/lib/data/desk/sweep'
import { contextOf, openDesk, promptText, scoreAll, stored, studyForOne } from './support/desk-page'

/** Without a network, at the speed of somebody who knows the keys. */
async function rateThree(page: Page): Promise<void> {
  for (let task = 0; task < 3; task++) {
    const before = task < 2 ? await promptText(page) : null
    await scoreAll(page, '3')
    await page.keyboard.press('Enter')
    if (before !== null) await expect.poll(() => promptText(page)).not.toBe(before)
  }
}

test('three ratings wait through closing and sign-in, are told on the list of studies, and are stored once', async ({
  browser,
  baseURL,
}) => {
  const site = baseURL ?? ''
  const { study, rater } = await studyForOne({ prompts: 6 })
  const context = await contextOf(browser, rater, site)
  const page = await context.newPage()
  await openDesk(page, study.slug)
  await expect(page.getByText('0 / 6')).toBeVisible()
  await page.route('**/api/v1/desk/**', (route) => route.abort())
  await rateThree(page)
  await expect(page.getByText(/3 ratings wait on this device/)).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0)
  await page.close()

  const later = await context.newPage()
  await later.goto('/rate')
  await expect(later.getByText('3 ratings wait unsent on this device.')).toBeVisible()
  expect(await stored(study.id)).toEqual({ ratings: 0, assignments: 0 })
  await later.getByRole('link', { name: 'Send now' }).click()
  await expect.poll(() => stored(study.id), { timeout: 15_000 }).toEqual({ ratings: 3, assignments: 3 })
  await later.goto('/rate')
  await expect(later.getByText('3 tasks rated')).toBeVisible()
  await expect(later.getByText(/wait unsent/)).toHaveCount(0)
})

test('a correction that was begun is there again after a reload; cancelling gives it up', async ({
  browser,
  baseURL,
}) => {
  const { study, rater } = await studyForOne({ prompts: 3 })
  const page = await (await contextOf(browser, rater, baseURL ?? '')).newPage()
  await openDesk(page, study.slug)
  await scoreAll(page, '2')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const correct = async () => {
    await page.goto(`/rate/${study.slug}/mine`)
    await page.getByRole('button', { name: /^Correct the rating/ }).click()
    await page.getByRole('radiogroup').first().waitFor()
  }
  const fives = () => page.getByRole('radio', { name: /^5/, checked: true }).count()
  await correct()
  await page.keyboard.press('5')
  await expect.poll(fives).toBe(1)
  await correct()
  await expect(page.getByText(/The correction you began is back/)).toBeVisible()
  expect(await fives()).toBe(1)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await correct()
  expect(await fives()).toBe(0)
})

test('a correction made elsewhere meanwhile is not overwritten unseen', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 3 })
  const site = baseURL ?? ''
  const page = await (await contextOf(browser, rater, site)).newPage()
  const elsewhere = await (await contextOf(browser, rater, site)).newPage()
  await openDesk(page, study.slug)
  await scoreAll(page, '2')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  for (const tab of [page, elsewhere]) {
    await tab.goto(`/rate/${study.slug}/mine`)
    await tab.getByRole('button', { name: /^Correct the rating/ }).click()
    await tab.getByRole('radiogroup').first().waitFor()
  }
  for (const [tab, digit] of [
    [elsewhere, '4'],
    [page, '5'],
  ] as const) {
    await tab.keyboard.press(digit)
    await tab.getByRole('button', { name: /Save correction/ }).click()
  }
  await expect(page.getByText(/corrected elsewhere/)).toBeVisible()
  expect(await stored(study.id)).toEqual({ ratings: 2, assignments: 1 })
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: /^Correct the rating/ }).click()
  await page.getByRole('button', { name: /Save correction/ }).click()
  await expect(page.getByText(/The correction is saved/)).toBeVisible()
  expect(await stored(study.id)).toEqual({ ratings: 3, assignments: 1 })
})

test('a draft whose lease was lost can be copied', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 1, k: 1, leaseSeconds: 2 })
  const context = await contextOf(browser, rater, baseURL ?? '')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  await page.route('**/extend', (route) => route.abort())
  await openDesk(page, study.slug)
  await scoreAll(page, '4')
  await page.waitForTimeout(2500)
  await sweepExpiredLeases()
  // Nothing is handed out any more: the draft has no task to return to.
  await page.route('**/claim', (route) =>
    route.fulfill({ json: { task: null, tasks: [], progress: { done: 0, left: 0 } } }),
  )
  await page.keyboard.press('Enter')
  await page.getByText(/went back to the pool/).click()
  await page.getByRole('button', { name: 'Copy draft' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.match(/4/g)).toHaveLength(4)
  expect((await stored(study.id)).ratings).toBe(0)
})
