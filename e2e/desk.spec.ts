import { expect, test } from '@playwright/test'
import { closeStudy } from '@/lib/data/studies/lifecycle'
import { sweepExpiredLeases } from '@/lib/data/desk/sweep'
import { operator } from '@/lib/server/operator'
import { contextOf, openDesk, promptText, scoreAll, stored, studyForOne } from './support/desk-page'
import { signedInPerson } from './support/people'

test('the next task stands there within 50 ms of Enter', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 12 })
  const page = await (await contextOf(browser, rater, baseURL ?? '')).newPage()
  await openDesk(page, study.slug)
  const swaps: number[] = []
  for (let task = 0; task < 8; task++) {
    await scoreAll(page, '4')
    const before = await promptText(page)
    await page.evaluate((text) => {
      const mark = { start: 0, end: 0 }
      Object.assign(window, { swap: mark })
      window.addEventListener('keydown', () => (mark.start = performance.now()), {
        once: true,
        capture: true,
      })
      const look = () => {
        if (mark.start > 0 && !document.querySelector('main')?.textContent?.includes(text))
          mark.end = performance.now()
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }, before)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => (window as unknown as { swap: { end: number } }).swap.end > 0)
    swaps.push(
      await page.evaluate(() => {
        const { swap } = window as unknown as { swap: { start: number; end: number } }
        return swap.end - swap.start
      }),
    )
  }
  swaps.sort((a, b) => a - b)
  const median = swaps[Math.floor(swaps.length / 2)] ?? Number.NaN
  console.log(
    `swap after Enter: median ${median.toFixed(1)} ms, slowest ${(swaps.at(-1) ?? 0).toFixed(1)} ms, of ${swaps.length}`,
  )
  expect(median).toBeLessThan(50)
})

test('a draft survives reload, crash and signing in again, and nobody else sees it', async ({
  browser,
  baseURL,
}) => {
  const site = baseURL ?? ''
  const { study, rater } = await studyForOne({ prompts: 3 })
  const context = await contextOf(browser, rater, site)
  let page = await context.newPage()
  await openDesk(page, study.slug)
  await scoreAll(page, '5', 3)
  const chosen = () => page.getByRole('radio', { checked: true }).count()
  expect(await chosen()).toBe(3)
  await page.reload()
  await expect.poll(chosen).toBe(3)
  await page.close()
  page = await context.newPage()
  await openDesk(page, study.slug)
  await expect.poll(chosen).toBe(3)

  const { rater: other } = await studyForOne({ prompts: 3 })
  const { enrolRater } = await import('@/lib/data/studies/enrolments')
  await enrolRater(await operator(), study.slug, other.accountId)
  const [name = '', value = ''] = other.cookie.split('=')
  const own = (await context.cookies()).find((cookie) => cookie.name === name)
  await context.addCookies([{ name, value, url: site }])
  await openDesk(page, study.slug)
  expect(await chosen()).toBe(0)
  await context.addCookies([{ name, value: own?.value ?? '', url: site }])
  await openDesk(page, study.slug)
  await expect.poll(chosen).toBe(3)
})

test('offline, work goes on and waits; back online each rating is stored once', async ({
  browser,
  baseURL,
}) => {
  const { study, rater } = await studyForOne({ prompts: 6 })
  const context = await contextOf(browser, rater, baseURL ?? '')
  const page = await context.newPage()
  await openDesk(page, study.slug)
  await page.waitForTimeout(500)
  await context.setOffline(true)
  for (let task = 0; task < 2; task++) {
    await scoreAll(page, '3')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(150)
  }
  await expect(page.getByText(/2 ratings wait/)).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0)
  expect(await stored(study.id)).toEqual({ ratings: 0, assignments: 0 })
  await context.setOffline(false)
  await expect.poll(() => stored(study.id), { timeout: 20_000 }).toEqual({ ratings: 2, assignments: 2 })
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('an answer that got lost is asked for again and stored once', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 4 })
  const page = await (await contextOf(browser, rater, baseURL ?? '')).newPage()
  let dropped = 0
  await page.route('**/ratings', async (route) => {
    if (route.request().method() !== 'POST' || dropped >= 2) return route.continue()
    dropped++
    await route.fetch()
    return route.abort('connectionreset')
  })
  await openDesk(page, study.slug)
  await scoreAll(page, '2')
  await page.keyboard.press('Enter')
  await expect.poll(() => dropped, { timeout: 15_000 }).toBe(2)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 20_000 })
  expect(await stored(study.id)).toEqual({ ratings: 1, assignments: 1 })
})

test('two tabs of one rater store no task twice', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 4, k: 1 })
  const context = await contextOf(browser, rater, baseURL ?? '')
  const tabs = [await context.newPage(), await context.newPage()]
  for (const tab of tabs) await openDesk(tab, study.slug)
  for (const tab of tabs) {
    await tab.bringToFront()
    await scoreAll(tab, '4')
    await tab.keyboard.press('Enter')
    await tab.waitForTimeout(500)
  }
  await expect
    .poll(async () => (await stored(study.id)).ratings, { timeout: 15_000 })
    .toBeGreaterThanOrEqual(1)
  const { ratings, assignments } = await stored(study.id)
  expect(ratings).toBe(assignments)
})

test('a lease that ran out or a study that closed while typing keeps the draft', async ({
  browser,
  baseURL,
}) => {
  const site = baseURL ?? ''
  const short = await studyForOne({ prompts: 1, k: 1, leaseSeconds: 2 })
  const page = await (await contextOf(browser, short.rater, site)).newPage()
  await page.route('**/extend', (route) => route.abort())
  await openDesk(page, short.study.slug)
  await scoreAll(page, '4')
  await page.waitForTimeout(2500)
  await sweepExpiredLeases()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/went back to the pool|earlier draft is back/).first()).toBeVisible({
    timeout: 15_000,
  })
  expect((await stored(short.study.id)).ratings).toBe(0)

  const closing = await studyForOne({ prompts: 2 })
  const other = await (await contextOf(browser, closing.rater, site)).newPage()
  await openDesk(other, closing.study.slug)
  await scoreAll(other, '4')
  await closeStudy(await operator(), closing.study.slug)
  await other.keyboard.press('Enter')
  await expect(other.getByText(/study has ended|takes no more ratings/).first()).toBeVisible({
    timeout: 15_000,
  })
  expect((await stored(closing.study.id)).ratings).toBe(0)
})

test('an own rating is corrected until the study closes', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 3 })
  const page = await (await contextOf(browser, rater, baseURL ?? '')).newPage()
  await openDesk(page, study.slug)
  await scoreAll(page, '2')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.goto(`/rate/${study.slug}/mine`)
  await page.getByRole('button', { name: /^Correct the rating/ }).click()
  await page.getByRole('radiogroup').first().waitFor()
  await page.keyboard.press('5')
  await page.getByRole('button', { name: /Save correction/ }).click()
  await expect(page.getByText(/The correction is saved/)).toBeVisible()
  expect(await stored(study.id)).toEqual({ ratings: 2, assignments: 1 })
  await closeStudy(await operator(), study.slug)
  await page.reload()
  await expect(page.getByText('Locked').first()).toBeVisible()
})

test('with one hand on a phone a task is rated', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 2 })
  const context = await contextOf(browser, rater, baseURL ?? '')
  const page = await context.newPage()
  await page.setViewportSize({ width: 360, height: 740 })
  await openDesk(page, study.slug)
  for (let cell = 0; cell < 4; cell++) await page.getByRole('radio', { name: /^4/ }).first().click()
  await page.getByRole('button', { name: /^Submit/ }).click()
  await expect.poll(() => stored(study.id)).toEqual({ ratings: 1, assignments: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('somebody who is not enrolled finds no desk', async ({ browser, baseURL }) => {
  const { study } = await studyForOne({ prompts: 2 })
  const page = await (await contextOf(browser, await signedInPerson('rater'), baseURL ?? '')).newPage()
  expect((await page.goto(`/rate/${study.slug}`))?.status()).toBe(404)
})
