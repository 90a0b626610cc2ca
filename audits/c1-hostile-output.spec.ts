import http from 'node:http'
import { expect, test } from '@playwright/test'
import { db } from '@/lib/data/db'
import { browserCookie, signedInPerson } from '@/e2e/support/people'
import { makeStudy } from '@/e2e/support/study-factory'
import { enrolRater } from '@/lib/data/studies/enrolments'
import { openStudy } from '@/lib/data/studies/lifecycle'
import { renderMarkdown } from '@/lib/render/render-markdown'
import { operator } from '@/lib/server/operator'
import { isFull, report } from './support/length'
import { payloads } from './support/payloads'

/** Counts what reaches it; no test may. */
async function listen(): Promise<{ url: string; hits: string[]; close: () => void }> {
  const hits: string[] = []
  const server = http.createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, hits, close: () => server.close() }
}

const perSheet = 8

/** A study whose outputs are the payloads, rendered as an import renders them. */
async function hostileStudy(texts: string[]): Promise<string> {
  const sheets = Math.ceil(texts.length / perSheet)
  const study = await makeStudy({ prompts: sheets, models: perSheet, k: 1 })
  const outputs = await db.output.findMany({ where: { studyId: study.id }, select: { id: true } })
  for (const [index, { id }] of outputs.entries()) {
    const text = texts[index % texts.length] ?? ''
    const hash = new Uint8Array(32).map(() => Math.floor(Math.random() * 256))
    await db.content.create({ data: { hash, source: [text], html: [await renderMarkdown(text)] } })
    await db.output.update({ where: { id }, data: { contentHash: hash } })
  }
  await openStudy(await operator(), study.slug)
  return study.slug
}

test('C1: hostile outputs neither run, nor load, nor leave their place', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(300_000)
  const site = baseURL ?? ''
  const listener = await listen()
  const texts = payloads(listener.url)
  const slug = await hostileStudy(texts)
  const rater = await signedInPerson('rater')
  await enrolRater(await operator(), slug, rater.accountId)
  await context.addCookies([browserCookie(rater, site)])
  const elsewhere: string[] = []
  const violations: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(site) && !request.url().startsWith('data:')) elsewhere.push(request.url())
  })
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
  })
  const sheets = isFull ? Math.ceil(texts.length / perSheet) : 6
  await page.goto(`/rate/${slug}`)
  for (let sheet = 0; sheet < sheets; sheet++) {
    await page.getByRole('radiogroup').first().waitFor()
    await page.waitForTimeout(150)
    expect(await page.evaluate(() => '__canary' in window)).toBe(false)
    const bad = await page.evaluate(
      () =>
        document.querySelectorAll(
          '.read :is(script, iframe, object, embed, form, base, meta, link, style, img, video, audio, svg script, [onerror], [onload], [onclick])',
        ).length,
    )
    expect(bad).toBe(0)
    for (let cell = 0; cell < perSheet * 2; cell++) await page.keyboard.press('3')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(200)
  }
  listener.close()
  report(
    'C1',
    `${texts.length} payloads, ${sheets} sheets shown: ${elsewhere.length} requests elsewhere, ${listener.hits.length} hits, ${violations.length} policy violations`,
  )
  expect(elsewhere).toEqual([])
  expect(listener.hits).toEqual([])
  expect(violations).toEqual([])
})
