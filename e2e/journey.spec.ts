import { expect, test, type Browser, type Page } from '@playwright/test'
import { freshSetUpLink } from '@/lib/data/accounts'
import { db } from '@/lib/data/db'
import type { Locale } from '@/lib/domain/localized'
import { good, writeSmallBundle } from './support/small-bundle'
import { words } from './support/words'

const password = 'a long enough passphrase'
type Word = ReturnType<typeof words>

/** The dialog says what a step means; its own button does it. */
async function live(page: Page, word: Word, step: 'open' | 'close' | 'unseal' | 'publish'): Promise<void> {
  await page.getByRole('button', { name: word(`study.life.${step}.button`), exact: true }).click()
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: word(`study.life.${step}.confirm`), exact: true }).click()
  await expect(dialog).toBeHidden({ timeout: 30_000 })
}

async function setUp(page: Page, word: Word, login: string): Promise<void> {
  // A site without an admin, as after the first start.
  await db.account.updateMany({ where: { role: 'admin' }, data: { disabledAt: new Date() } })
  const link = await freshSetUpLink()
  await page.goto(new URL(link ?? '').pathname)
  await page.getByLabel(word('setUp.name')).fill('Tried as a new user')
  await page.getByLabel(word('setUp.login')).fill(login)
  await page.getByLabel(word('setUp.password')).fill(password)
  await page.getByRole('button', { name: word('setUp.submit') }).click()
  await expect(page.getByText(word('setUp.doneTitle'))).toBeVisible()
}

async function importBundle(page: Page, word: Word, slug: string): Promise<void> {
  await page.goto('/admin/studies/new')
  await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles(writeSmallBundle(slug))
  await expect(page.getByText(word('import.fit.title'))).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: word('import.fit.confirm'), exact: true }).click()
  await page.getByRole('link', { name: word('import.done.open') }).click({ timeout: 30_000 })
  await expect(page).toHaveURL(new RegExp(`/admin/studies/${slug}$`))
}

async function invite(page: Page, word: Word, login: string): Promise<string> {
  await page.goto('/admin/people')
  await page.getByLabel(new RegExp(`^${word('people.invite.login')}`)).fill(login)
  await page.getByRole('button', { name: word('people.invite.submit') }).click()
  const link = page.getByLabel(word('people.link.label'))
  await expect(link).toBeVisible()
  return new URL(await link.inputValue()).pathname
}

async function join(browser: Browser, locale: Locale, link: string): Promise<Page> {
  const page = await (await browser.newContext({ locale })).newPage()
  const word = words(locale)
  await page.goto(link)
  await page.getByLabel(word('invite.password')).fill(password)
  await page.getByRole('button', { name: word('invite.submit') }).click()
  await expect(page).toHaveURL(/\/rate$/)
  return page
}

/** Reads each output and types its scores; nothing but the keyboard. */
async function rateEverything(page: Page, locale: Locale, slug: string): Promise<void> {
  const word = words(locale)
  const labels = locale === 'zh-CN' ? ['甲', '乙'] : ['A', 'B']
  await page.goto(`/rate/${slug}`)
  const finished = page.getByText(word('desk.ending.finished.title'))
  for (let task = 0; task < 4; task++) {
    const texts = page.locator('.read')
    await expect(texts.filter({ hasText: good })).toHaveCount(1, { timeout: 15_000 })
    const before = await page.locator('main').innerText()
    for (const label of labels) {
      const shown = page.getByRole('region', { name: word('desk.output', { label }), exact: true })
      const digit = (await shown.innerText()).includes(good) ? '5' : '2'
      await page.keyboard.press(digit)
      await page.keyboard.press(digit)
    }
    await page.keyboard.press('Enter')
    if (task < 3) await expect.poll(() => page.locator('main').innerText()).not.toBe(before)
  }
  await expect(finished).toBeVisible({ timeout: 15_000 })
}

for (const locale of ['zh-CN', 'en'] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('from the set-up link to a public leaderboard', async ({ page, browser }) => {
      test.setTimeout(240_000)
      const word = words(locale)
      const slug = `journey-${locale.toLowerCase()}-${Date.now()}`
      await setUp(page, word, `admin-${Date.now()}`)
      await importBundle(page, word, slug)
      const raters: Page[] = []
      for (let index = 1; index <= 3; index++) {
        const link = await invite(page, word, `rater-${index}-${Date.now()}`)
        raters.push(await join(browser, locale, link))
      }
      await page.goto(`/admin/studies/${slug}`)
      const { count } = {
        count: await db.account.count({ where: { role: 'rater', disabledAt: null, simulated: false } }),
      }
      await page.getByRole('button', { name: new RegExp(String(count)) }).click()
      await expect(page.getByText(/^r-/).first()).toBeVisible()
      await live(page, word, 'open')
      for (const rater of raters) await rateEverything(rater, locale, slug)
      await page.reload()
      await live(page, word, 'close')
      await live(page, word, 'unseal')
      await live(page, word, 'publish')

      const visitor = await (await browser.newContext({ locale })).newPage()
      await visitor.goto(`/leaderboards/${slug}`)
      const rows = visitor.getByRole('table').first().getByRole('row')
      await expect(rows.nth(1)).toContainText('Cedar One')
      await expect(rows.nth(1)).toContainText('5')
      await expect(rows.nth(2)).toContainText('Pebble One')
    })
  })
}
