import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import type { CellProvenance } from '@/lib/domain/quality/views/provenance-view'
import type { ScaleShape } from '@/lib/domain/study/scale'
import { useReasonWords } from './cell-words'
import { ChainRow } from './chain-row'
import { levelsOf, placeOn, ScaleTrack, TrackMark } from './scale-track'

type Props = { cell: CellProvenance }

/** From key press to number: every rating on its scale in order of arrival, then decisions, then what it comes to. */
export function RatingChain({ cell }: Props) {
  const t = useTranslations('provenance')
  const format = useFormatter()
  const { ratings, decisions, record, criterion } = cell
  const { scale } = criterion
  const counting = record.counting.map(({ value }) => value)
  const agrees = record.status === 'agreed' && counting.length > 0
  const band: [number, number] | null = agrees ? [Math.min(...counting), Math.max(...counting)] : null
  const when = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: 'short', timeStyle: 'medium', timeZone: 'UTC' })
  const track = (mark: ReactNode) => (
    <ScaleTrack scale={scale} band={band} value={record.value}>
      {mark}
    </ScaleTrack>
  )
  return (
    <figure aria-label={t('chain')} className="border border-line bg-sheet">
      <div className="grid border-b border-line md:grid-cols-[200px_minmax(0,1fr)_48px_220px]" aria-hidden>
        <span />
        <span className="relative mx-3 h-6 text-12 text-ink-3">
          {levelsOf(scale).map((level) => (
            <span
              key={level}
              className="absolute top-1 -translate-x-1/2"
              style={{ left: placeOn(level, scale) }}
            >
              {format.number(level)}
            </span>
          ))}
        </span>
      </div>
      <ol>
        {ratings.map((rating) => (
          <RatingRow key={rating.ratingId} rating={rating} when={when(rating.at)}>
            {track(
              rating.value === null ? null : (
                <TrackMark at={rating.value} scale={scale} shape={rating.counts ? 'counts' : 'out'} />
              ),
            )}
          </RatingRow>
        ))}
        {decisions.map((decision, place) => (
          <ChainRow
            key={place}
            muted={!decision.stands}
            what={<Told name={t(`by.${decision.by}`)} when={when(decision.at)} />}
            value={format.number(decision.value)}
            so={t(decision.stands ? 'decisionStands' : 'decisionPast')}
          >
            {track(
              <TrackMark at={decision.value} scale={scale} shape={decision.stands ? 'decision' : 'past'} />,
            )}
          </ChainRow>
        ))}
        <Outcome cell={cell}>
          {track(record.value === null ? null : <Flag at={record.value} scale={scale} />)}
        </Outcome>
      </ol>
    </figure>
  )
}

type RatingProps = { rating: CellProvenance['ratings'][number]; when: string; children: ReactNode }

function RatingRow({ rating, when, children }: RatingProps) {
  const t = useTranslations('provenance')
  const format = useFormatter()
  const reason = useReasonWords()
  const { rater, kind, value, revision, counts } = rating
  const marks = [
    ...(kind === 'extra' ? [t('extra')] : []),
    ...(revision > 1 ? [t('revision', { revision })] : []),
  ]
  return (
    <ChainRow
      muted={!counts}
      what={<Told name={rater} when={when} marks={marks} />}
      value={value === null ? '–' : format.number(value)}
      so={counts ? t('counts') : rating.reason === null ? t('waits') : reason(rating.reason)}
    >
      {children}
    </ChainRow>
  )
}

function Told({ name, when, marks = [] }: { name: string; when: string; marks?: string[] }) {
  return (
    <>
      <span className="mr-2">{name}</span>
      {marks.map((mark) => (
        <Tag key={mark} className="mr-1">
          {mark}
        </Tag>
      ))}
      <span className="block text-12 whitespace-nowrap text-ink-3">{when}</span>
    </>
  )
}

/** Where the line ends: the number itself. */
function Flag({ at, scale }: { at: number; scale: ScaleShape }) {
  const format = useFormatter()
  return (
    <span
      className="absolute top-1/2 -translate-1/2 rounded bg-ink px-2 text-14 font-semibold text-sheet"
      style={{ left: placeOn(at, scale) }}
    >
      {format.number(at, { maximumFractionDigits: 3 })}
    </span>
  )
}

function Outcome({ cell, children }: Props & { children: ReactNode }) {
  const t = useTranslations('provenance')
  const format = useFormatter()
  const { value, status } = cell.record
  return (
    <ChainRow
      what={<span className="font-semibold">{t('agreedScore')}</span>}
      value={value === null ? '–' : format.number(value, { maximumFractionDigits: 3 })}
      so={<span className="text-ink">{t(`statuses.${status}`)}</span>}
    >
      {children}
    </ChainRow>
  )
}
