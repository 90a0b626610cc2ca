import type { Inspector } from '@/lib/domain/people/actor'
import type { Fingerprint } from '@/lib/domain/quality/views/rater-view'
import { UserError } from '@/lib/domain/user-error'
import { panelAbout } from '@/lib/data/cells/counting/panel-about'
import { enrolmentOf } from '@/lib/data/quality/enrolment'
import { db } from '@/lib/data/db'
import { checksOf } from './checks-of-rater'
import { levelsOf } from './levels-of-rater'
import { lotsOf } from './lots-of-rater'
import { appealsOf, eventsOf } from './rater-events'
import { qualityOfRaters } from './raters-quality'

/** Everything about one rater in one study, for an inspector who decides about them. */
export async function fingerprint(
  inspector: Inspector,
  slug: string,
  pseudonym: string,
): Promise<Fingerprint> {
  const who = await enrolmentOf(inspector, slug, pseudonym)
  const quality = (await qualityOfRaters(who.studyId)).find(({ rater }) => rater === pseudonym)
  if (!quality) throw new UserError('not_found', 'There is no such rater in this study.')
  return {
    ...quality,
    study: who.study,
    events: await eventsOf(who, { forRater: false }),
    appeals: await appealsOf(who),
    outlook: await panelAbout(db, who),
    levels: await levelsOf(who),
    checks: await checksOf(who),
    lots: await lotsOf(who),
  }
}
