import { randomBytes, randomUUID } from 'node:crypto'
import { openStudy } from '@/lib/data/studies/lifecycle'
import { enrolRater } from '@/lib/data/studies/enrolments'
import { db } from '@/lib/data/db'
import type { Prisma } from '@/lib/data/generated/client'
import type { Rater } from '@/lib/domain/people/actor'
import { operator, simulatedRater } from '@/lib/server/operator'

export type Made = { id: string; slug: string; modelIds: string[] }

type Wanted = {
  prompts: number
  models?: number
  k?: number
  leaseSeconds?: number
  presentation?: 'sheet' | 'single'
  sheetSize?: number
  abilities?: string[]
  /** A word that names, keys, organizations and caveats of models and keys of prompts carry: no rater may receive it. */
  canary?: string
  language?: (index: number) => string
  skills?: string[]
  organizationIds?: (string | null)[]
  /** The text of the answer to the n-th prompt by the m-th model. */
  answer?: (prompt: number, model: number) => string
  /** Settings of the protocol that differ from the factory's. */
  protocol?: Partial<ProtocolSettings>
}

type ProtocolSettings = Pick<
  Prisma.ProtocolUncheckedCreateInput,
  'checks' | 'spotCheck' | 'calibration' | 'monitors' | 'arbitration' | 'extraRatings' | 'tolerance' | 'rule'
>

const word = () => randomBytes(5).toString('hex')

/** A draft study of short texts, by direct rows: what an import makes, without the files. */
export async function makeStudy(wanted: Wanted): Promise<Made> {
  const slug = `study-${word()}`
  const abilities = wanted.abilities ?? ['推理', '知识']
  const canary = wanted.canary ?? ''
  const set = await db.promptSet.create({ data: { slug, hash: randomBytes(32) } })
  const study = await db.study.create({
    data: {
      slug,
      name: `Study ${slug}`,
      languages: ['zh'],
      promptSetId: set.id,
      bundleHash: randomBytes(32),
      abilities: abilities.map((path) => ({ path, weight: 1, inTotal: true })),
      publication: { prompts: 'none', outputs: 'none', comments: 'none' },
    },
  })
  await addProtocol(study.id, wanted)
  const prompts = Array.from({ length: wanted.prompts }, (_, index) => ({
    id: randomUUID(),
    promptSetId: set.id,
    key: `${canary}p${index}`,
    position: index,
    turns: [`Question ${index}`],
    html: { turns: [`<p>Question ${index}</p>`] },
    abilities: [abilities[index % abilities.length] ?? ''],
    language: wanted.language?.(index) ?? 'zh',
    skills: wanted.skills ?? [],
  }))
  const models = Array.from({ length: wanted.models ?? 2 }, (_, index) => ({
    id: randomUUID(),
    studyId: study.id,
    key: `${canary}m${index}`,
    position: index,
    name: `${canary}Model ${index}`,
    organizationId: wanted.organizationIds?.[index] ?? null,
    caveat: canary || null,
    aliases: [canary],
  }))
  await db.prompt.createMany({ data: prompts })
  await db.judgedModel.createMany({ data: models })
  await addOutputs(study.id, { prompts, models }, wanted.answer)
  return { id: study.id, slug, modelIds: models.map((model) => model.id) }
}

async function addProtocol(studyId: string, wanted: Wanted): Promise<void> {
  const levels = [1, 2, 3, 4, 5].map((value) => ({
    value,
    label: { zh: `${value} 级`, en: `Level ${value}` },
  }))
  await db.round.create({ data: { studyId, number: 1, seed: 7 } })
  await db.rubric.create({
    data: {
      studyId,
      version: 1,
      criteria: {
        create: ['accuracy', 'style'].map((key, position) => ({
          key,
          position,
          name: { zh: key, en: key },
          minimum: 1,
          maximum: 5,
          step: 1,
          levels,
        })),
      },
    },
  })
  await db.protocol.create({
    data: {
      studyId,
      version: 1,
      method: 'absolute',
      presentation: wanted.presentation ?? 'sheet',
      sheetSize: wanted.sheetSize ?? 8,
      ratingsPerTask: wanted.k ?? 3,
      leaseSeconds: wanted.leaseSeconds ?? 1800,
      tolerance: 1,
      rule: 'median',
      extraRatings: 2,
      aggregation: 'abilities',
      checks: {},
      spotCheck: {},
      ...wanted.protocol,
    },
  })
}

type Shown = { prompts: { id: string }[]; models: { id: string }[] }

async function addOutputs(
  studyId: string,
  { prompts, models }: Shown,
  answer: NonNullable<Wanted['answer']> = (prompt, model) => `Answer ${prompt} of kind ${model}`,
): Promise<void> {
  const outputs = prompts.flatMap((prompt, at) =>
    models.map((model, which) => ({
      prompt,
      model,
      text: answer(at, which),
      hash: randomBytes(32),
    })),
  )
  for (let start = 0; start < outputs.length; start += 5000) {
    const part = outputs.slice(start, start + 5000)
    await db.content.createMany({
      data: part.map(({ hash, text }) => ({ hash, source: [text], html: [`<p>${text}</p>`] })),
    })
    await db.output.createMany({
      data: part.map(({ hash, prompt, model }) => ({
        studyId,
        promptId: prompt.id,
        modelId: model.id,
        contentHash: hash,
      })),
    })
  }
}

/** Raters made of code, enrolled in the study. */
export async function makeRaters(slug: string, count: number): Promise<Rater[]> {
  const admin = await operator()
  const raters: Rater[] = []
  for (let index = 0; index < count; index++) {
    const account = await db.account.create({ data: { role: 'rater', simulated: true } })
    await enrolRater(admin, slug, account.id)
    raters.push(await simulatedRater(account.id))
  }
  return raters
}

/** A study that is open, with raters who may start. */
export async function openedStudy(wanted: Wanted, raterCount: number): Promise<Made & { raters: Rater[] }> {
  const study = await makeStudy(wanted)
  await openStudy(await operator(), study.slug)
  return { ...study, raters: await makeRaters(study.slug, raterCount) }
}
