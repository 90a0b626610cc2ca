import { expect, test, type Page } from '@playwright/test'
import { db } from '@/lib/data/db'
import { enrolRater } from '@/lib/data/studies/enrolments'
import { operator } from '@/lib/server/operator'
import { contextOf } from './support/desk-page'
import { rateAll, says } from './support/disputed-study'
import { signedInPerson } from './support/people'
import { makeRaters, openedStudy } from './support/study-factory'
import { words } from './support/words'

const word = words('en')
/** For what the worker does beside. */
const patient = { timeout: 30_000 }
const prompts = 4

/** A message with a plural in it, from where its plural ends. */
const after = (key: string) =>
  word(key)
    .slice(word(key).lastIndexOf('}') + 1)
    .trim()

/** A third rating a task, checks, and a spot check that no honest person could pass. */
async function changeRules(page: Page, slug: string): Promise<void> {
  await page.goto(`/admin/studies/${slug}/rules`)
  const set = (field: string, value: string) =>
    page.getByLabel(word(`rules.fields.${field}.label`), { exact: true }).fill(value)
  await set('ratings_per_task', '3')
  await set('checks.gold', '10')
  await page.getByLabel(word('rules.spotCheck.on')).check()
  await set('spot_check.error_tolerance', '0')
  await set('spot_check.lot_ratings', String(prompts))
  await page.getByRole('button', { name: word('rules.change.review') }).click()
  const dialog = page.getByRole('alertdialog')
  for (const warning of ['gold_short', 'too_strict'])
    await expect(dialog.getByText(word(`rules.warnings.${warning}.title`))).toBeVisible()
  await expect(dialog.getByText(`${prompts} places open`)).toContainText(after('rules.change.opened'))
  await expect(dialog.getByText(word('rules.fields.checks.gold.label'), { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: word('rules.change.save', { version: '2' }) }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(word('rules.version', { version: '2' }))).toBeVisible()
  // What is worth knowing stays on the page.
  await expect(page.getByText(word('rules.warnings.too_strict.title'))).toBeVisible()
}

/** New words for both criteria: one keeps its ratings, the other asks for something else. */
async function repairRubric(page: Page, slug: string): Promise<void> {
  await page.goto(`/admin/studies/${slug}/rubric`)
  const editor = (part: string) => word(`rubricRepair.editor.${part}`)
  const textOf = (name: string, part: string) =>
    page
      .locator('details', { has: page.locator('summary', { hasText: name }) })
      .getByRole('group', { name: part, exact: true })
      .getByRole('textbox', { name: 'en', exact: true })
  await page.locator('summary', { hasText: 'accuracy' }).click()
  await textOf('accuracy', editor('question')).fill('Is every statement right?')
  await page.getByRole('radio', { name: editor('wording') }).check()
  await page.locator('summary', { hasText: 'accuracy' }).click()
  await page.locator('summary', { hasText: 'style' }).click()
  await textOf('style', editor('question')).fill('Would you print it as it is?')
  await expect(page.getByRole('button', { name: editor('review') })).toBeHidden()
  await page.getByRole('radio', { name: editor('anew') }).check()
  await page.getByRole('button', { name: editor('review') }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByText(/^Rated anew: style\. 3 raters a task/)).toBeVisible()
  await expect(dialog.getByText(editor('meansWording').replace('{criteria}', 'accuracy'))).toBeVisible()
  await expect(dialog.getByText(editor('meansOld'))).toBeVisible()
  const confirm = dialog.getByRole('button', { name: editor('confirm'), exact: true })
  await confirm.click()
  await expect(dialog.getByRole('alert')).toHaveText(editor('reasonMissing'))
  await dialog.getByLabel(editor('reason')).fill('Style was taken for length.')
  await confirm.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(word('rubricRepair.version', { version: '2' }))).toBeVisible()
}

test('rules that an admin changes and words that an admin repairs are what raters and inspectors work by', async ({
  browser,
  baseURL,
}) => {
  const site = baseURL ?? ''
  const study = await openedStudy({ prompts, models: 2, k: 2 }, 2)
  const { slug } = study
  for (const [at, rater] of study.raters.entries())
    expect(await rateAll(rater, slug, says(3 + at))).toBe(prompts)
  const [admin, rater, inspector] = await Promise.all([
    signedInPerson('admin'),
    signedInPerson('rater'),
    signedInPerson('inspector'),
  ])
  await enrolRater(await operator(), slug, rater.accountId)
  const desk = await (await contextOf(browser, rater, site)).newPage()
  const office = await (await contextOf(browser, admin, site)).newPage()

  await test.step('before, all is done, and there is nothing for one who comes late', async () => {
    await desk.goto(`/rate/${slug}`)
    await expect(desk.getByRole('heading', { name: word('desk.ending.nothing.title') })).toBeVisible()
  })

  await test.step('the admin sees what rules would do, and saves them', () => changeRules(office, slug))

  await test.step('there is work now', async () => {
    await desk.goto('/rate')
    await expect(desk.getByRole('link', { name: word('rate.start') })).toBeVisible()
  })

  await test.step('the admin sees what a repair would do, and saves it', () => repairRubric(office, slug))

  await test.step('the desk asks by the new words, for as many tasks as the new rules want', async () => {
    await desk.goto(`/rate/${slug}`)
    const done = desk.getByRole('heading', { name: word('desk.ending.finished.title') })
    for (let task = 0; task < prompts; task++) {
      await expect(desk.getByText('Is every statement right?').first()).toBeVisible()
      await desk.keyboard.press('4')
      await expect(desk.getByText('Would you print it as it is?').first()).toBeVisible()
      for (let cell = 1; cell < 4; cell++) await desk.keyboard.press('4')
      await desk.keyboard.press('Enter')
      await expect(desk.getByRole('radio', { checked: true })).toHaveCount(0)
    }
    await expect(done).toBeVisible()
    const rubrics = await db.assignment.findMany({
      where: { studyId: study.id, status: 'submitted' },
      select: { rubric: { select: { version: true } }, raterId: true },
    })
    expect(rubrics.filter((each) => each.rubric.version === 1)).toHaveLength(2 * prompts)
    expect(rubrics.filter((each) => each.rubric.version === 2)).toHaveLength(prompts)
    // What was asked anew wants three ratings, and nobody rates a task twice: there is work for others.
    const [other] = await makeRaters(slug, 1)
    expect(other && (await rateAll(other, slug, says(4)))).toBe(prompts)
  })

  await test.step('and the inspector has lots to look at', async () => {
    const page = await (await contextOf(browser, inspector, site)).newPage()
    const lots = page.getByRole('table').locator(`a[href*="/inspect/${slug}/lots/"]`)
    await expect(async () => {
      await page.goto(`/inspect/${slug}/lots`)
      expect(await lots.count()).toBeGreaterThan(0)
    }).toPass(patient)
  })
})
