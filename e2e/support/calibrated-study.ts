import type { Inspector, Rater } from '@/lib/domain/people/actor'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { anchorTasksOf, expertRating, shortCalibration } from './anchored-study'
import { makeRaters, openedStudy } from './study-factory'

/** A study with anchors for two attempts and more, and three live prompts; its raters enter after the anchors were made. */
export async function anchoredStudy(inspector: Inspector, raterCount = 1, early = 0) {
  const study = await openedStudy({ prompts: 21, k: 3, protocol: { calibration: shortCalibration } }, early)
  const taskIds = await anchorTasksOf(inspector, study.slug, 18)
  const [rater, ...others] = await makeRaters(study.slug, raterCount)
  if (!rater) throw new Error('a rater')
  return { ...study, taskIds, rater, others }
}

/** Works through the attempt under way. Returns the last answer. */
export async function workAttempt(rater: Rater, slug: string, off = false) {
  for (;;) {
    const { task } = await claimTasks(rater, slug, 1)
    if (!task) throw new Error('a task of an attempt')
    const answer = await submitRating(rater, slug, await expertRating(task, off))
    if (answer.progress.left === 0) return answer
  }
}

export const pseudonymOf = async (studyId: string, rater: Rater) =>
  (await db.enrolment.findFirstOrThrow({ where: { studyId, raterId: rater.id } })).pseudonym
