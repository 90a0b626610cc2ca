import { prepareDamagedOutputs } from '@/lib/data/checks/damaged-outputs'
import { db } from '@/lib/data/db'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { anchorTasksOf } from './anchored-study'
import { openedStudy } from './study-factory'

const plain = { version: 1, html: async (text: string) => `<p>${text}</p>` }

/** Long enough to be damaged. */
export const sentence = (prompt: number, model: number) =>
  `The answer number ${prompt} of kind ${model} says in some detail why the river runs slowly past the old town, and then ` +
  `goes on to explain how people who lived along its banks learned to build their houses on wooden posts every spring.`

type Wanted = { prompts?: number; gold?: number; k?: number; raters?: number }

/** A study with hidden checks, at rates that show in few tasks; its anchors are too few to calibrate on. */
export async function checkedStudy(inspector: Inspector, checks: object, wanted: Wanted = {}) {
  const { prompts = 70, gold = 8, k = 3, raters = 1 } = wanted
  const study = await openedStudy(
    { prompts: prompts + gold, k, answer: sentence, protocol: { checks } },
    raters,
  )
  const goldIds = gold > 0 ? await anchorTasksOf(inspector, study.slug, gold) : []
  await prepareDamagedOutputs(await operator(), plain)
  const [rater] = study.raters
  if (!rater) throw new Error('a rater')
  // The places of checks are the same in each run; which tasks they are is not.
  await db.enrolment.updateMany({ where: { studyId: study.id }, data: { checkSeedA: 1, checkSeedB: 2 } })
  return { ...study, rater, goldIds }
}

/** All that a rater was handed out, in order, with what each was. */
export const handedOut = (rater: Rater) =>
  db.assignment.findMany({ where: { raterId: rater.id }, orderBy: { turn: 'asc' }, include: { check: true } })
