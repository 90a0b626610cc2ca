import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/data/db'
import { checkBundle, soundBundle } from '@/lib/domain/bundle/check-bundle'
import { testBundle, type Content } from '@/lib/domain/bundle/test-bundle'
import { operator } from '@/lib/server/operator'
import { storeBundle, type StoreOptions } from './store-bundle'

// A renderer of the tests' own: contents are shared by their hash, which includes the version.
const plain: StoreOptions = { renderer: { version: 90_001, html: async (text) => `<p>${text}</p>` }, seed: 7 }

const freshSlug = () => `import-${randomBytes(5).toString('hex')}`

function bundleOf(slug: string, changed: Record<string, Content> = {}) {
  const study = `name: Test\nslug: ${slug}\nlanguages: [zh]\nrubric: template:five-level-quality\nprotocol: { method: absolute, lease_minutes: 0.5, ratings_per_task: 2 }\n`
  return testBundle({ 'study.yaml': study, ...changed })
}

async function store(
  slug: string,
  options: Partial<StoreOptions> = {},
  changed: Record<string, Content> = {},
) {
  const files = bundleOf(slug, changed)
  return storeBundle(
    await operator(),
    { files, bundle: soundBundle(await checkBundle(files)) },
    { ...plain, ...options },
  )
}

const rowsOf = async (slug: string) => ({
  studies: await db.study.count({ where: { slug } }),
  promptSets: await db.promptSet.count({ where: { slug } }),
  prompts: await db.prompt.count({ where: { promptSet: { slug } } }),
  models: await db.judgedModel.count({ where: { study: { slug } } }),
  outputs: await db.output.count({ where: { study: { slug } } }),
})

test('a bundle becomes a draft study with everything it says', async () => {
  const slug = freshSlug()
  const { studyId, created } = await store(slug)
  expect(created).toBe(true)
  expect(await rowsOf(slug)).toEqual({ studies: 1, promptSets: 1, prompts: 2, models: 2, outputs: 4 })
  const study = await db.study.findUniqueOrThrow({
    where: { id: studyId },
    include: {
      rubrics: { include: { criteria: true } },
      protocols: true,
      rounds: true,
      models: { include: { organization: true }, orderBy: { position: 'asc' } },
    },
  })
  expect(study).toMatchObject({
    state: 'draft',
    sample: false,
    languages: ['zh'],
    abilities: [
      { path: 'a', weight: 1, inTotal: true },
      { path: 'b', weight: 1, inTotal: true },
    ],
  })
  expect(study.rubrics[0]).toMatchObject({ version: 1 })
  expect(study.rubrics[0]?.criteria.map((each) => each.key).sort()).toEqual([
    'accuracy',
    'expression',
    'helpfulness',
  ])
  expect(study.protocols[0]).toMatchObject({
    ratingsPerTask: 2,
    leaseSeconds: 30,
    presentation: 'sheet',
    tolerance: 1,
  })
  expect(study.rounds[0]).toMatchObject({ number: 1, seed: 7, openedAt: null })
  expect(study.models.map((each) => [each.key, each.organization?.name ?? null])).toEqual([
    ['m-a', 'Org'],
    ['m-b', null],
  ])
  const entry = await db.auditEntry.findFirst({ where: { studyId, action: 'study.imported' } })
  expect(entry?.detail).toEqual({ slug, prompts: 2, models: 2, outputs: 4 })
})

test('turns and dialogues keep their shape, as they came and as HTML', async () => {
  const { studyId } = await store(freshSlug())
  const outputs = await db.output.findMany({
    where: { studyId, prompt: { key: 'p2' } },
    orderBy: { model: { position: 'asc' } },
    include: { content: true },
  })
  expect(outputs.map((each) => each.content?.html)).toEqual([
    ['<p>2</p>', '<p>so</p>'],
    [
      { role: 'user', content: '<p>Two?</p>' },
      { role: 'assistant', content: '<p>zwei</p>' },
    ],
  ])
  expect(outputs[0]?.content?.source).toEqual(['2', 'so'])
})

test('the same bundle again changes nothing', async () => {
  const slug = freshSlug()
  const first = await store(slug)
  const before = await rowsOf(slug)
  expect(await store(slug)).toEqual({ ...first, created: false })
  expect(await rowsOf(slug)).toEqual(before)
})

test('two imports of one bundle at once make one study', async () => {
  const slug = freshSlug()
  const both = await Promise.all([store(slug), store(slug)])
  expect(both.map((each) => each.created).sort()).toEqual([false, true])
  expect((await rowsOf(slug)).outputs).toBe(4)
})

test('a changed bundle under the same slug is a conflict', async () => {
  const slug = freshSlug()
  await store(slug)
  const changed = { 'models.csv': 'id,name\nm-a,Other\nm-b,Model B\n' }
  await expect(store(slug, {}, changed)).rejects.toMatchObject({ code: 'conflict' })
})

test('an import that fails on the way leaves nothing behind', async () => {
  const slug = freshSlug()
  const text = `only-here-${slug}`
  const html = async (source: string) => {
    if (source === 'fail') throw new Error('the renderer broke')
    return `<p>${source}</p>`
  }
  const outputs = [
    { prompt: 'p1', model: 'm-a', turns: [text] },
    { prompt: 'p2', model: 'm-a', turns: ['fail', 'x'] },
  ]
  const broken = store(
    slug,
    { renderer: { version: 90_001, html } },
    { 'outputs.jsonl': outputs.map((each) => JSON.stringify(each)).join('\n') },
  )
  await expect(broken).rejects.toThrow('the renderer broke')
  expect(await rowsOf(slug)).toEqual({ studies: 0, promptSets: 0, prompts: 0, models: 0, outputs: 0 })
  expect(await db.content.count({ where: { source: { equals: [text] } } })).toBe(0)
})

test('files that change between check and storing are refused', async () => {
  const slug = freshSlug()
  const bundle = soundBundle(await checkBundle(bundleOf(slug)))
  const shorter = bundleOf(slug, { 'outputs.jsonl': '{"prompt":"p1","model":"m-a","turns":["1"]}' })
  await expect(storeBundle(await operator(), { files: shorter, bundle }, plain)).rejects.toMatchObject({
    code: 'conflict',
  })
  expect((await rowsOf(slug)).studies).toBe(0)
})
