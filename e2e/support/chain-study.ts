import { randomBytes } from 'node:crypto'
import { db } from '@/lib/data/db'
import { enrolRater } from '@/lib/data/studies/enrolments'
import { openStudy } from '@/lib/data/studies/lifecycle'
import { calibrationRules } from '@/lib/domain/quality/calibration/calibration-rules'
import { monitorRules } from '@/lib/domain/quality/monitors/monitor-rules'
import { spotCheckTerms } from '@/lib/domain/quality/spot-check/terms'
import { operator } from '@/lib/server/operator'
import { jsonClient, type JsonClient } from './json-client'
import { signedInPerson, type SignedInPerson } from './people'
import { makeStudy, type Made } from './study-factory'

/** The first prompts become anchors; the rest is live work. */
export const anchorPrompts = 14
const livePrompts = 46
/** The prompt over which the raters fall out. */
export const disputedPrompt = anchorPrompts + 3

export type Levels = { accuracy: number; style: number }

/** What an answer is worth, 1 to 5: the extremes often, so that anchors span the scale. */
function levelsOf(prompt: number, model: number): Levels {
  const levels = [1, 5, 2, 4, 5, 1, 3]
  return { accuracy: levels[(prompt + 4 * model) % 7] ?? 3, style: levels[(3 * prompt + model + 2) % 7] ?? 3 }
}

/** The levels of an answer, as anybody who reads can tell. */
export function levelsIn(text: string): Levels {
  const found = /accuracy (\d), style (\d)/.exec(text)
  if (!found) throw new Error(`no levels in ${text}`)
  return { accuracy: Number(found[1]), style: Number(found[2]) }
}

export const isDisputed = (text: string) => text.includes(`Answer ${disputedPrompt} (`)

export type Person = SignedInPerson & { api: JsonClient }
export type ChainStudy = Made & {
  raters: Person[]
  inspector: Person
  admin: Person
  pseudonymOf: (rater: Person) => Promise<string>
}

/** A study in which every part of the quality chain is asked for, with five raters, an inspector and an admin. */
export async function chainStudy(site: string): Promise<ChainStudy> {
  const study = await makeStudy({
    prompts: anchorPrompts + livePrompts,
    models: 2,
    answer: (prompt, model) => {
      const { accuracy, style } = levelsOf(prompt, model)
      return `Answer ${prompt} (${randomBytes(3).toString('hex')}): accuracy ${accuracy}, style ${style}.`
    },
    protocol: {
      extraRatings: 1,
      checks: { gold: 0.08, repeat: 0.05, degraded: 0 },
      monitors: monitorRules.parse({ patience: 5 }),
      calibration: calibrationRules.parse({ anchors: 10 }),
      spotCheck: spotCheckTerms.parse({ max_error: 0.3, accept: 0, error_tolerance: 1, lot_ratings: 15 }),
    },
  })
  await openStudy(await operator(), study.slug)
  const person = async (role: 'rater' | 'inspector' | 'admin'): Promise<Person> => {
    const who = await signedInPerson(role)
    return { ...who, api: jsonClient(site, who.cookie) }
  }
  const raters = await Promise.all(Array.from({ length: 5 }, () => person('rater')))
  const pseudonymOf = async ({ accountId }: Person) =>
    (
      await db.enrolment.findUniqueOrThrow({
        where: { studyId_raterId: { studyId: study.id, raterId: accountId } },
      })
    ).pseudonym
  return { ...study, raters, inspector: await person('inspector'), admin: await person('admin'), pseudonymOf }
}

export async function enrolAll({ slug, raters }: ChainStudy): Promise<void> {
  const admin = await operator()
  for (const { accountId } of raters) await enrolRater(admin, slug, accountId)
}
