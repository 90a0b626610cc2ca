import { expect, test } from '@playwright/test'
import { db } from '@/lib/data/db'
import { enrolRater } from '@/lib/data/studies/enrolments'
import { openStudy } from '@/lib/data/studies/lifecycle'
import { operator } from '@/lib/server/operator'
import { blindWalk, secretsOf } from './support/blind-walk'
import { canariesIn } from './support/canaries'
import { browserCookie, signedInPerson } from './support/people'
import { makeStudy } from './support/study-factory'

const words = ['CANARY-MODEL-7f3a', 'CANARY-PROVIDER-91bc']

async function studyWithCanaries(prompts: number) {
  const organization = await db.organization.create({ data: { name: `${words[1]} Lab` } })
  const study = await makeStudy({
    prompts,
    models: 3,
    canary: words[0] ?? '',
    organizationIds: [organization.id, null, null],
  })
  const admin = await operator()
  await openStudy(admin, study.slug)
  const rater = await signedInPerson('rater')
  await enrolRater(admin, study.slug, rater.accountId)
  return { study, rater, secrets: await secretsOf(study, [...words, organization.id]) }
}

test('no byte of pages, payloads, headers and scripts that a rater receives names a model', async ({
  baseURL,
}) => {
  const site = baseURL ?? ''
  const { study, rater, secrets } = await studyWithCanaries(30)
  const { read, leaks } = await blindWalk({ site, cookie: rater.cookie, study, secrets, tasks: 12 })
  expect(read).toBeGreaterThan(60)
  expect(leaks).toEqual([])
})

test('a browser at the desk receives nothing that names a model', async ({ page, context, baseURL }) => {
  const { study, rater, secrets } = await studyWithCanaries(8)
  await context.addCookies([browserCookie(rater, baseURL ?? '')])
  const leaks: string[] = []
  const pending: Promise<void>[] = []
  page.on('response', (response) => {
    pending.push(
      (async () => {
        const headers = JSON.stringify(await response.allHeaders().catch(() => ({})))
        const body = await response.text().catch(() => '')
        const found = canariesIn(`${response.url()} ${headers} ${body}`, secrets)
        if (found.length > 0) leaks.push(`${response.url()}: ${found.join(', ')}`)
      })(),
    )
  })
  await page.goto(`/rate/${study.slug}`)
  await page.getByRole('radiogroup').first().waitFor()
  for (let task = 0; task < 3; task++) {
    for (let cell = 0; cell < 6; cell++) await page.keyboard.press('4')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(300)
  }
  await Promise.all(pending)
  expect(canariesIn(await page.content(), secrets)).toEqual([])
  expect(leaks).toEqual([])
})
