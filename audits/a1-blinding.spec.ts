import { expect, test } from '@playwright/test'
import { db } from '@/lib/data/db'
import { enrolRater } from '@/lib/data/studies/enrolments'
import { openStudy } from '@/lib/data/studies/lifecycle'
import { blindWalk, secretsOf } from '@/e2e/support/blind-walk'
import { signedInPerson } from '@/e2e/support/people'
import { makeStudy } from '@/e2e/support/study-factory'
import { operator } from '@/lib/server/operator'
import { isFull, report } from './support/length'

const words = ['CANARY-MODEL-7f3a', 'CANARY-PROVIDER-91bc', 'canary-upload-4e.zip']

test('A1: a rater who walks the tasks meets no canary, in no encoding', async ({ baseURL }) => {
  const tasks = isFull ? 50 : 10
  const organization = await db.organization.create({ data: { name: `${words[1]} Lab` } })
  const study = await makeStudy({
    prompts: tasks + 4,
    models: 3,
    canary: words[0] ?? '',
    organizationIds: [organization.id, null, null],
  })
  const admin = await operator()
  await db.importRun.create({
    data: { byId: admin.id, label: words[2] ?? '', slug: study.slug, state: 'done', studyId: study.id },
  })
  await openStudy(admin, study.slug)
  const rater = await signedInPerson('rater')
  await enrolRater(admin, study.slug, rater.accountId)
  const secrets = await secretsOf(study, [...words, organization.id])
  const { read, leaks } = await blindWalk({
    site: baseURL ?? '',
    cookie: rater.cookie,
    study,
    secrets,
    tasks,
  })
  report(
    'A1',
    `${tasks} tasks walked, ${read} answers read for ${secrets.length} secrets in 13 forms each: ${leaks.length} leaks`,
  )
  expect(leaks).toEqual([])
})
