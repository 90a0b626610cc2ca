import { randomUUID } from 'node:crypto'
import type { SoundBundle } from '@/lib/domain/bundle/check-bundle'
import type { ModelRow } from '@/lib/domain/bundle/models-file'
import type { StudyPlan } from '@/lib/domain/bundle/study-yaml'
import { presentationOf } from '@/lib/domain/study/protocol'
import type { BundleHash } from '@/lib/data/bundles/bundle-hash'
import { organizationIdFor } from '@/lib/data/people/organizations'
import type { Transaction } from '@/lib/data/db'

export type StudyIds = { studyId: string; promptSetId: string; modelIds: Map<string, string> }

type Draft = { bundle: SoundBundle; hash: BundleHash; seed: number; sample: boolean }

/** A study as a draft: everything but its prompts and outputs. */
export async function storeStudy(tx: Transaction, { bundle, hash, seed, sample }: Draft): Promise<StudyIds> {
  const { plan } = bundle
  const promptSet = await tx.promptSet.create({
    data: { id: randomUUID(), slug: plan.slug, hash: hash.prompts },
    select: { id: true },
  })
  const studyId = randomUUID()
  await tx.study.create({
    data: {
      id: studyId,
      slug: plan.slug,
      name: plan.name,
      source: plan.protocol.source,
      languages: bundle.languages,
      sample,
      promptSetId: promptSet.id,
      bundleHash: hash.bundle,
      abilities: plan.abilities.map(({ path, weight, in_total, reason }) => ({
        path,
        weight,
        inTotal: in_total,
        ...(reason === undefined ? {} : { reason }),
      })),
      publication: plan.publication,
    },
  })
  await tx.rubric.create({ data: rubricRow(studyId, plan) })
  await tx.protocol.create({ data: protocolRow(studyId, plan) })
  await tx.round.create({ data: { id: randomUUID(), studyId, number: 1, seed } })
  return { studyId, promptSetId: promptSet.id, modelIds: await storeModels(tx, studyId, bundle.models) }
}

function rubricRow(studyId: string, { rubric }: StudyPlan) {
  const criteria = rubric.criteria.map(({ id, name, question, scale, weight, in_total }, position) => ({
    id: randomUUID(),
    key: id,
    position,
    name,
    ...(question === undefined ? {} : { question }),
    minimum: scale.min,
    maximum: scale.max,
    step: scale.step,
    levels: scale.levels,
    weight,
    inTotal: in_total,
  }))
  return {
    id: randomUUID(),
    studyId,
    version: rubric.version,
    derived: rubric.derived,
    criteria: { create: criteria },
  }
}

function protocolRow(studyId: string, { protocol }: StudyPlan) {
  return {
    id: randomUUID(),
    studyId,
    version: 1,
    method: protocol.method,
    presentation: presentationOf(protocol),
    sheetSize: protocol.sheet_size,
    ratingsPerTask: protocol.ratings_per_task,
    leaseSeconds: protocol.lease_minutes * 60,
    tolerance: protocol.agreement.tolerance,
    rule: protocol.agreement.rule,
    extraRatings: protocol.agreement.extra_ratings,
    aggregation: protocol.aggregation,
    baseline: protocol.baseline ?? null,
    checks: protocol.checks,
    spotCheck: protocol.spot_check ?? {},
    calibration: protocol.calibration,
    monitors: protocol.monitors,
    arbitration: protocol.arbitration,
  }
}

async function storeModels(
  tx: Transaction,
  studyId: string,
  models: ModelRow[],
): Promise<Map<string, string>> {
  const organizationIds = new Map<string, string>()
  for (const { organization } of models) {
    if (organization !== undefined && !organizationIds.has(organization))
      organizationIds.set(organization, await organizationIdFor(tx, organization))
  }
  const rows = models.map(({ id, organization, parameters_b, ...model }, position) => ({
    id: randomUUID(),
    studyId,
    key: id,
    position,
    organizationId: (organization === undefined ? undefined : organizationIds.get(organization)) ?? null,
    parametersB: parameters_b ?? null,
    ...withNulls(model),
  }))
  await tx.judgedModel.createMany({ data: rows })
  return new Map(rows.map(({ key, id }) => [key, id]))
}

const withNulls = (model: Omit<ModelRow, 'id' | 'organization' | 'parameters_b'>) => ({
  name: model.name,
  kind: model.kind,
  type: model.type ?? null,
  access: model.access ?? null,
  architecture: model.architecture ?? null,
  license: model.license ?? null,
  precision: model.precision ?? null,
  url: model.url ?? null,
  description: model.description ?? null,
  caveat: model.caveat ?? null,
  aliases: model.aliases,
})
