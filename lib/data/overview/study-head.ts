import { db } from '@/lib/data/db'
import { rubricOf } from '@/lib/data/desk/rubrics'
import { isSlug } from '@/lib/domain/study/slug'
import type { Localized } from '@/lib/domain/localized'
import type { Admin } from '@/lib/domain/people/actor'
import type { Criterion } from '@/lib/domain/study/rubric'
import type { StudyState } from '@/lib/domain/study/study-state'

export type StudySettings = {
  presentation: 'sheet' | 'single' | 'pair'
  method: 'absolute' | 'pairwise'
  sheetSize: number
  ratingsPerTask: number
  leaseSeconds: number
  tolerance: number | null
  rule: 'median' | 'mean' | 'trimmed' | 'p910'
  extraRatings: number
  aggregation: string
}

export type StudyAbility = { path: string; weight: number; inTotal: boolean; reason?: Localized }

export type StudyHead = {
  id: string
  slug: string
  name: string
  state: StudyState
  source: 'desk' | 'imported'
  sample: boolean
  languages: string[]
  abilities: StudyAbility[]
  roundId: string
  round: number
  settings: StudySettings
  rubric: { version: number; criteria: Criterion[] }
  counts: { prompts: number; models: number; outputs: number }
}

const newest = { orderBy: { version: 'desc' }, take: 1 } as const

/** What a study is and how it is judged, as it stands now; null where there is no such study. */
export async function studyHead(_admin: Admin, slug: string): Promise<StudyHead | null> {
  if (!isSlug(slug)) return null
  const study = await db.study.findUnique({
    where: { slug },
    include: {
      rubrics: { ...newest, select: { id: true } },
      protocols: newest,
      rounds: { orderBy: { number: 'desc' }, take: 1 },
      promptSet: { select: { _count: { select: { prompts: true } } } },
      _count: { select: { models: true, outputs: true } },
    },
  })
  const [rubric, settings, round] = [study?.rubrics[0], study?.protocols[0], study?.rounds[0]]
  if (!study || !rubric || !settings || !round) return null
  const { version, criteria } = await rubricOf(db, rubric.id)
  return {
    id: study.id,
    slug,
    name: study.name,
    state: study.state,
    source: study.source,
    sample: study.sample,
    languages: study.languages,
    abilities: study.abilities as StudyAbility[],
    roundId: round.id,
    round: round.number,
    settings,
    rubric: { version, criteria },
    counts: { prompts: study.promptSet._count.prompts, ...study._count },
  }
}
