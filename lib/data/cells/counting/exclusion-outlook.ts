import type { Inspector } from '@/lib/domain/people/actor'
import type { ExclusionOutlook } from '@/lib/domain/quality/views/rater-view'
import { db } from '@/lib/data/db'
import { enrolmentIn } from '@/lib/data/quality/enrolment'
import { panelAbout } from './panel-about'
import { scoresOutlook } from './scores-outlook'
import { slotsOutlook } from './slots-outlook'

/**
 * What excluding a rater would do now, or restoring one who is excluded, from one snapshot of the study. It reads every
 * rating of the rater's tasks, so it is worked out when somebody asks, and not with the page.
 */
export async function exclusionOutlook(
  _inspector: Inspector,
  slug: string,
  pseudonym: string,
): Promise<ExclusionOutlook> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      const who = await enrolmentIn(tx, slug, pseudonym)
      const [panel, slots] = [await panelAbout(tx, who), await slotsOutlook(tx, who)]
      return { ...panel, slots, scores: await scoresOutlook(tx, who) }
    },
    { isolationLevel: 'RepeatableRead', timeout: 60_000, maxWait: 20_000 },
  )
}
