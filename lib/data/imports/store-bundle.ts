import { randomUUID } from 'node:crypto'
import type { BundleFiles } from '@/lib/domain/bundle/bundle-files'
import { languageOf, type SoundBundle } from '@/lib/domain/bundle/check-bundle'
import { outputRows } from '@/lib/domain/bundle/outputs-file'
import { ProblemList, type Report } from '@/lib/domain/bundle/problem-list'
import { promptRows, type PromptRow } from '@/lib/domain/bundle/prompts-file'
import { came, problemOf, wanted } from '@/lib/domain/bundle/said'
import type { Admin } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { bundleHash, type BundleHash } from '@/lib/data/bundles/bundle-hash'
import { db, type Transaction } from '@/lib/data/db'
import { batches } from './batches'
import { renderedOutput, renderedPrompt, type Renderer } from './rendered'
import { insertOutputs, insertPrompts, type StoredOutput, type StoredPrompt } from './store-rows'
import { storeStudy, type StudyIds } from './store-study'

export type StoreOptions = {
  renderer: Renderer
  /** Of the order in which tasks will be offered. */
  seed: number
  sample?: boolean
  /** Outputs rendered and stored so far. */
  onProgress?: (done: number) => Promise<void> | void
}

/** Where a bundle lies and what its check found. */
type Reading = { files: BundleFiles; bundle: SoundBundle }

export type StoredBundle = { studyId: string; slug: string; created: boolean }

const hours = 3_600_000

/** Stores a checked bundle as a draft study, all or nothing. The same bundle again changes nothing. */
export async function storeBundle(
  admin: Admin,
  { files, bundle }: Reading,
  options: StoreOptions,
): Promise<StoredBundle> {
  const hash = await bundleHash(files)
  const { slug } = bundle.plan
  return db.$transaction(
    async (tx) => {
      // One import at a time: two of the same bundle would otherwise both find nothing and collide.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('mangping import'))`
      const known = await knownStudy(tx, slug, hash)
      if (known) return { studyId: known, slug, created: false }
      const ids = await storeStudy(tx, { bundle, hash, seed: options.seed, sample: options.sample ?? false })
      const promptIds = await storePrompts(tx, ids, { files, bundle, renderer: options.renderer })
      await storeOutputs(tx, ids, { files, bundle, promptIds, options })
      const { prompts, models, outputs } = bundle.preview.counts
      await recordAudit(tx, {
        actorId: admin.id,
        action: 'study.imported',
        subjectId: ids.studyId,
        studyId: ids.studyId,
        detail: { slug, prompts, models, outputs },
      })
      return { studyId: ids.studyId, slug, created: true }
    },
    { timeout: 4 * hours, maxWait: 60_000 },
  )
}

/** The study that this bundle already became; another bundle under its slug is refused. */
async function knownStudy(tx: Transaction, slug: string, hash: BundleHash): Promise<string | null> {
  const study = await tx.study.findUnique({ where: { slug }, select: { id: true, bundleHash: true } })
  if (!study) return null
  if (Buffer.compare(study.bundleHash, hash.bundle) === 0) return study.id
  const problem = problemOf({
    file: 'study.yaml',
    row: null,
    field: 'slug',
    got: slug,
    expected: wanted('freshSlug'),
  })
  const message = `There is another study "${slug}". A changed bundle needs a slug of its own, or a new round of that study.`
  throw new UserError('conflict', message, { problems: [problem], problemCount: 1 })
}

async function storePrompts(
  tx: Transaction,
  ids: StudyIds,
  { files, bundle, renderer }: Reading & { renderer: Renderer },
): Promise<Map<string, string>> {
  const promptIds = new Map<string, string>()
  const report = strictReport('prompts.jsonl')
  for await (const batch of batches(promptRows(files.open(report.file), report), weightOfPrompt)) {
    const rows: StoredPrompt[] = []
    for (const prompt of batch) {
      const id = randomUUID()
      const html = await renderedPrompt(prompt, renderer)
      rows.push(
        promptRow(prompt, { id, html, position: promptIds.size, language: languageOf(prompt, bundle.plan) }),
      )
      promptIds.set(prompt.id, id)
    }
    await insertPrompts(tx, ids.promptSetId, rows)
  }
  requireUnchanged(report, promptIds.size, bundle.preview.counts.prompts)
  return promptIds
}

function promptRow(
  prompt: PromptRow,
  made: Pick<StoredPrompt, 'id' | 'html' | 'position' | 'language'>,
): StoredPrompt {
  return {
    ...made,
    key: prompt.id,
    turns: prompt.turns,
    reference: prompt.reference ?? null,
    marking_points: prompt.marking_points ?? null,
    abilities: prompt.abilities,
    skills: prompt.skills,
  }
}

type Outputs = Reading & { promptIds: ReadonlyMap<string, string>; options: StoreOptions }

async function storeOutputs(
  tx: Transaction,
  ids: StudyIds,
  { files, bundle, promptIds, options }: Outputs,
): Promise<void> {
  const report = strictReport('outputs.jsonl')
  const known = { turnsOf: bundle.turnsOf, models: new Set(ids.modelIds.keys()), named: new Set<string>() }
  let done = 0
  for await (const batch of batches(
    outputRows(files.open(report.file), known, report),
    ({ turns }) => JSON.stringify(turns).length,
  )) {
    const rows: StoredOutput[] = []
    for (const { prompt, model, turns } of batch) {
      const promptId = promptIds.get(prompt)
      const modelId = ids.modelIds.get(model)
      if (promptId && modelId)
        rows.push({ id: randomUUID(), promptId, modelId, ...(await renderedOutput(turns, options.renderer)) })
    }
    await insertOutputs(tx, ids.studyId, rows)
    done += rows.length
    await options.onProgress?.(done)
  }
  requireUnchanged(report, done, bundle.preview.counts.outputs)
}

const weightOfPrompt = ({ turns, reference }: PromptRow) => turns.join('').length + (reference?.length ?? 0)

const strictReport = (file: string): Report => ({
  file,
  problems: new ProblemList(),
  warnings: new ProblemList(),
  unsupported: new ProblemList(),
})

/** The files are read a second time; what was changed in between was never checked. */
function requireUnchanged(report: Report, stored: number, checked: number): void {
  if (report.problems.count === 0 && stored === checked) return
  const problem = problemOf({
    file: report.file,
    row: null,
    field: null,
    got: came('otherFile'),
    expected: wanted('sameFile'),
  })
  const message = `${report.file} changed while it was imported; nothing was saved.`
  throw new UserError('conflict', message, { problems: [problem], problemCount: 1 })
}
