import { expect, test } from '@playwright/test'
import { db } from '@/lib/data/db'
import type { Inspector } from '@/lib/domain/people/actor'
import type { InspectionTask } from '@/lib/domain/quality/views/lot-view'
import { canariesIn } from './support/canaries'
import { inspectedStudy } from './support/inspected-study'
import { signedInPerson } from './support/people'

const words = ['CANARY-MODEL-7f3a', 'CANARY-PROVIDER-91bc']

test('no byte that an inspector receives names a model, nor, before the inspection is committed, a rater', async ({
  baseURL,
}) => {
  const site = baseURL ?? ''
  const inspector = await signedInPerson('inspector')
  const organization = await db.organization.create({ data: { name: `${words[1]} Lab` } })
  const study = await inspectedStudy({ id: inspector.accountId } as Inspector, {
    canary: words[0] ?? '',
    organizationIds: [organization.id, null, null],
  })
  const outputs = await db.output.findMany({ where: { studyId: study.id } })
  const enrolments = await db.enrolment.findMany({ where: { studyId: study.id } })
  const models = [
    ...words,
    organization.id,
    ...outputs.flatMap(({ id, promptId, modelId }) => [id, promptId, modelId]),
  ]
  const accounts = enrolments.map(({ raterId }) => raterId)
  const pseudonyms = enrolments.map(({ pseudonym }) => pseudonym)
  const ratings = (await db.rating.findMany({ where: { assignment: { studyId: study.id } } })).map(
    ({ id }) => id,
  )

  const leaks: string[] = []
  let read = 0
  const look = async (path: string, secrets: string[], init: RequestInit = {}) => {
    const response = await fetch(site + path, {
      ...init,
      headers: {
        Cookie: inspector.cookie,
        Origin: site,
        'Content-Type': 'application/json',
        ...init.headers,
      },
    })
    const text = await response.text()
    read += 1
    expect(response.status, `${path}: ${text.slice(0, 200)}`).toBeLessThan(400)
    const headers = [...response.headers].map((pair) => pair.join(': ')).join('\n')
    const found = canariesIn(`${response.url}\n${headers}\n${text}`, secrets)
    if (found.length > 0) leaks.push(`${init.method ?? 'GET'} ${path}: ${found.join(', ')}`)
    return text
  }
  const api = `/api/v1/inspect/${study.slug}`
  const blind = [...models, ...accounts, ...ratings, ...pseudonyms]
  const pages = [
    '/inspect',
    `/inspect/${study.slug}/lots`,
    `/inspect/${study.slug}/lots/${study.lotId}`,
    `/inspect/${study.slug}/arbitration`,
    `/inspect/${study.slug}/arbitration/${study.caseId}`,
    `/inspect/${study.slug}/anchors`,
  ]
  for (const path of pages)
    for (const headers of [{}, { RSC: '1' }, { RSC: '1', 'Next-Router-Prefetch': '1' }])
      await look(path, blind, { headers: headers as Record<string, string> })
  for (const path of ['/lots', `/lots/${study.lotId}`, '/arbitration', '/anchors?cursor=', '/anchors/supply'])
    await look(api + path, blind)
  const post = (path: string, body: object = {}) =>
    look(api + path, blind, { method: 'POST', body: JSON.stringify(body) })
  const unit = JSON.parse(await post(`/lots/${study.lotId}/claim`)) as InspectionTask
  await post('/arbitration/claim', { caseId: study.caseId })
  await post(`/lots/${study.lotId}/inspections`, {
    inspectionId: unit.inspectionId,
    idempotencyKey: 'tried once, and no more',
    scores: Object.fromEntries(unit.task.rubric.criteria.map(({ id }) => [id, 3])),
  })
  // Raters stand under their pseudonyms where their quality is looked at, and nowhere by account.
  for (const path of [
    `/inspect/${study.slug}/raters`,
    `/inspect/${study.slug}/raters/${study.pseudonym}`,
    `${api}/raters`,
    `${api}/raters/${study.pseudonym}`,
  ])
    await look(path, [...models, ...accounts])
  expect(read).toBeGreaterThan(25)
  expect(leaks).toEqual([])
})
