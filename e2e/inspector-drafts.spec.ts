import { expect, test, type Locator, type Page } from '@playwright/test'
import type { Inspector } from '@/lib/domain/people/actor'
import { contextOf } from './support/desk-page'
import { inspectedStudy } from './support/inspected-study'
import { signedInPerson } from './support/people'
import { openedStudy } from './support/study-factory'
import { words } from './support/words'

const word = words('en')

const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('mangping.inspect.')))

async function afterReload(page: Page, what: Locator, count: number): Promise<void> {
  await expect(what).toHaveCount(count)
  await page.reload()
  await expect(what).toHaveCount(count)
}

test('what an inspector has begun at any desk is there after a reload, until it is committed', async ({
  browser,
  baseURL,
}) => {
  const site = baseURL ?? ''
  const inspector = await signedInPerson('inspector')
  const { slug, lotId, caseId } = await inspectedStudy({ id: inspector.accountId } as Inspector)
  const context = await contextOf(browser, inspector, site)
  const page = await context.newPage()
  const chosen = page.getByRole('radio', { checked: true })

  await test.step('a case, with the minutes of its meeting', async () => {
    await page.goto(`/inspect/${slug}/arbitration/${caseId}`)
    await page.getByRole('radiogroup').first().waitFor()
    await page.keyboard.press('3')
    await page.keyboard.press('m')
    const minutes = page.getByLabel(word('inspect.meeting.minutes'))
    await minutes.fill('We read both answers again.')
    await page.reload()
    await expect(chosen).toHaveCount(1)
    await page.keyboard.press('m')
    await expect(minutes).toHaveValue('We read both answers again.')
    await page.getByLabel(word('inspect.meeting.present')).fill('One\nAnother')
    await page.getByRole('button', { name: word('inspect.meeting.keep') }).click()
    await expect(minutes).toBeHidden()
    const cells = await page.getByRole('radiogroup').count()
    for (let cell = 0; cell <= cells; cell++) await page.keyboard.press('3')
    await afterReload(page, chosen, cells)
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('radio', { name: new RegExp(word('quality.causes.taste')) }).first(),
    ).toBeVisible()
    expect(await kept(page)).toEqual([])
  })

  await test.step('a unit of a lot', async () => {
    await page.goto(`/inspect/${slug}/lots/${lotId}`)
    await page.getByRole('radiogroup').first().waitFor()
    await page.keyboard.press('2')
    await afterReload(page, chosen, 1)
    for (let cell = 0; cell < 2; cell++) await page.keyboard.press('4')
    await expect(chosen).toHaveCount(2)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: word('inspect.lot.result') })).toBeVisible()
    expect(await kept(page)).toEqual([])
  })

  await test.step('anchors', async () => {
    const open = page.getByRole('button', { name: word('inspect.anchors.make') }).first()
    const unfinished = page.getByText(word('inspect.anchors.unfinished'))
    const fresh = await openedStudy({ prompts: 3 }, 0)
    await page.goto(`/inspect/${fresh.slug}/anchors`)
    await open.click()
    await page.keyboard.press('4')
    await page.reload()
    await expect(unfinished).toHaveCount(1)
    await open.click()
    await expect(page.getByRole('button', { name: /^Take away score 1: 4$/ })).toBeVisible()
    await page.getByRole('button', { name: word('inspect.anchors.cancel') }).click()
    await expect(unfinished).toHaveCount(0)
    expect(await kept(page)).toEqual([])
  })
})
