import { waitingChain } from '@/lib/data/chain/waiting-chain'
import type { Admin } from '@/lib/domain/people/actor'
import type { StudyFacts } from '@/lib/domain/study/next-step'
import { studyHead } from './study-head'
import { studyPace, studyProgress } from './study-progress'
import { enrolmentCandidates, studyRaters } from './study-raters'
import { studyReleases } from './study-releases'
import { studyWaiting } from './study-waiting'

/** Everything an admin sees of a study at a glance: counts and times, nothing that depends on a model. */
export async function studyGlance(admin: Admin, slug: string, now: Date) {
  const head = await studyHead(admin, slug)
  if (!head) return null
  const [progress, raters, candidates, waiting, chain, releases] = await Promise.all([
    studyProgress(admin, head),
    studyRaters(admin, head),
    enrolmentCandidates(admin, head),
    studyWaiting(admin, head),
    waitingChain(admin, slug),
    studyReleases(admin, head),
  ])
  const pace = await studyPace(admin, { id: head.id, left: progress.left, now })
  const facts: StudyFacts = {
    state: head.state,
    tasks: progress.tasks,
    complete: progress.reached.at(-1) ?? 0,
    active: raters.filter((rater) => rater.state === 'active' && !rater.disabled).length,
    needsArbitration: waiting.needsArbitration,
    lots: chain.lots,
    appeals: chain.appeals,
  }
  return { head, progress, pace, raters, candidates, waiting, chain, releases, facts }
}
