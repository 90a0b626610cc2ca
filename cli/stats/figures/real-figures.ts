import { fleissKappa } from '@/lib/stats/agreement/fleiss-kappa'
import { krippendorffAlpha } from '@/lib/stats/agreement/krippendorff-alpha'
import { ratingsFile, ratingsOf } from './data'
import { ratingFigures } from './rating-figures'
import { surealFigures } from './sureal-figures'
import { systemFigures } from './system-figures'

const criteria = ['sc', 'pq', 'score'] as const

/** Units are item × system, three raters on each. */
export async function imagenhubFigures(name: string) {
  const file = ratingsFile(name)
  const of = (value: string, where: string[] = []) =>
    ratingsOf(file, { item: 'item_id,system_id', rater: 'rater_id', value, where })
  const sections = await Promise.all(
    criteria.map(async (criterion) => {
      const named = await of(criterion)
      return [criterion, { ...ratingFigures(named), ...systemFigures(named) }] as const
    }),
  )
  const systems = Object.keys(Object.fromEntries(sections)['sc']?.systems ?? {})
  const perSystem = await Promise.all(
    systems.map(async (system) => {
      const each = await Promise.all(
        (['sc', 'pq'] as const).map(async (criterion) => {
          const { ratings } = await of(criterion, [`system_id=${system}`])
          const alpha = krippendorffAlpha(ratings, 'ordinal').value
          return [criterion, { fleiss: fleissKappa(ratings).value, alpha_ordinal: alpha }] as const
        }),
      )
      return [system, Object.fromEntries(each)] as const
    }),
  )
  return { ...Object.fromEntries(sections), per_system: Object.fromEntries(perSystem) }
}

/** 79 videos, each a content under an encoding, 26 viewers on each. */
export async function nflxFigures() {
  const file = ratingsFile('nflx_public')
  const columns = { rater: 'rater_id', value: 'score' }
  const [byUnit, byVideo] = [
    await ratingsOf(file, { ...columns, item: 'item_id,system_id' }),
    await ratingsOf(file, { ...columns, item: 'pvs_id' }),
  ]
  return {
    ...ratingFigures(byUnit),
    ...systemFigures(byUnit),
    sureal: surealFigures(byVideo.ratings),
  }
}
