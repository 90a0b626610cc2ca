import { z } from 'zod'
import { localized } from '@/lib/domain/localized'
import type { BoardSettings, MethodCard } from '@/lib/domain/leaderboard/settings'
import { protocol as protocolSettings } from '@/lib/domain/study/protocol'
import { UserError } from '@/lib/domain/user-error'
import type { Prisma } from '@/lib/data/generated/client'
import { db } from '@/lib/data/db'

export const resamples = 1000
const intervalLevel = 0.95

const arbitrationSettings = protocolSettings.shape.arbitration

const storedAbilities = z.array(
  z.object({ path: z.string(), weight: z.number(), inTotal: z.boolean(), reason: localized.optional() }),
)

const newest = { orderBy: { version: 'desc' }, take: 1 } as const
const inOrder = [{ position: 'asc' }, { key: 'asc' }] as const

const studyShape = {
  promptSet: {
    select: { prompts: { orderBy: [...inOrder], select: { id: true, key: true, abilities: true } } },
  },
  models: { orderBy: [...inOrder], include: { organization: { select: { name: true } } } },
  rubrics: { ...newest, include: { criteria: { orderBy: [...inOrder] } } },
  protocols: newest,
  rounds: { orderBy: { number: 'desc' }, take: 1, select: { id: true } },
  tasks: { where: { anchoredAt: { not: null } }, select: { promptId: true } },
  _count: { select: { outputs: true } },
} satisfies Prisma.StudyInclude

type StudyRow = Prisma.StudyGetPayload<{ include: typeof studyShape }>

export type LoadedStudy = {
  id: string
  slug: string
  state: StudyRow['state']
  roundId: string
  rubricId: string
  comments: string
  settings: BoardSettings
}

/** What was judged and how, by the newest rubric and protocol; lists in the study's order. */
export async function loadStudy(slug: string, seed: number): Promise<LoadedStudy> {
  const study = await db.study.findUnique({ where: { slug }, include: studyShape })
  if (!study) throw new UserError('not_found', `There is no study "${slug}".`)
  const [rubric, protocol, round] = [study.rubrics[0], study.protocols[0], study.rounds[0]]
  if (!rubric || !protocol || !round) throw new RangeError(`study ${slug} has no rubric, protocol or round`)
  if (protocol.method !== 'absolute')
    throw new UserError('unsupported', 'Boards of paired comparisons are not built yet.')
  const derived = z.array(z.unknown()).parse(rubric.derived)
  if (derived.length > 0)
    throw new UserError('unsupported', 'Boards with derived criteria are not built yet.')
  // Prompts with anchors are no longer judged, and on no board.
  const anchored = new Set(study.tasks.map(({ promptId }) => promptId))
  const prompts = study.promptSet.prompts.filter(({ id }) => !anchored.has(id))
  return {
    id: study.id,
    slug,
    state: study.state,
    roundId: round.id,
    rubricId: rubric.id,
    comments: z.object({ comments: z.string().default('none') }).parse(study.publication).comments,
    settings: {
      study: { slug, name: study.name, languages: study.languages },
      method: methodOf(study.source, { protocol, rubricVersion: rubric.version, seed }),
      criteria: rubric.criteria.map(criterionOf),
      abilities: storedAbilities
        .parse(study.abilities)
        .map((each) => ({ ...each, reason: each.reason ?? null })),
      models: study.models.map(modelOf),
      prompts: prompts.map(({ key, abilities }) => ({ id: key, abilities })),
      outputs:
        study._count.outputs -
        (await db.output.count({ where: { studyId: study.id, promptId: { in: [...anchored] } } })),
    },
  }
}

type Versions = { protocol: StudyRow['protocols'][number]; rubricVersion: number; seed: number }

function methodOf(source: MethodCard['source'], { protocol, rubricVersion, seed }: Versions): MethodCard {
  const { unit, settled_by } = arbitrationSettings.parse(protocol.arbitration)
  return {
    method: 'absolute',
    source,
    rule: protocol.rule,
    toleranceSteps: protocol.tolerance,
    arbitration: { unit, settled_by, extra_ratings: protocol.extraRatings },
    ratingsPerTask: protocol.ratingsPerTask,
    aggregation: protocol.aggregation === 'prompts' ? 'prompts' : 'abilities',
    seed,
    resamples,
    intervalLevel,
    rubricVersion,
    protocolVersion: protocol.version,
  }
}

function criterionOf(
  row: StudyRow['rubrics'][number]['criteria'][number],
): BoardSettings['criteria'][number] {
  const { key, minimum, maximum, step, weight, inTotal } = row
  return { id: key, name: localized.parse(row.name), minimum, maximum, step, weight, inTotal }
}

function modelOf(row: StudyRow['models'][number]): BoardSettings['models'][number] {
  const {
    name,
    kind,
    type,
    access,
    parametersB,
    architecture,
    license,
    precision,
    url,
    description,
    aliases,
    caveat,
  } = row
  const organization = row.organization?.name ?? null
  const known = {
    type,
    access,
    parametersB,
    architecture,
    license,
    precision,
    url,
    description,
    aliases,
    caveat,
  }
  return { id: row.key, name, organization, kind, ...known }
}
