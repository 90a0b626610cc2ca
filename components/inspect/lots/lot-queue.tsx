import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Day } from '@/components/ui/day'
import type { LotRow } from '@/lib/domain/quality/views/lot-view'
import { errorsOf } from './errors-of'
import { LotState } from './lot-state'

type Props = { slug: string; lots: LotRow[]; current: string }

/** Beside the desk: what waits, and since which day; never whose. */
export function LotQueueList({ slug, lots, current }: Props) {
  const t = useTranslations('inspect.lots')
  const waiting = lots.filter(({ state, id }) => state === 'drawn' || id === current)
  return (
    <>
      <h2 className="flex h-10 items-center border-b border-line px-3 text-13">{t('queue')}</h2>
      <ol>
        {waiting.map((lot) => (
          <li key={lot.id} className="border-b border-line">
            <Link
              href={`/inspect/${slug}/lots/${lot.id}`}
              aria-current={lot.id === current ? 'page' : undefined}
              className="block px-3 py-2 text-13 text-ink-2 no-underline outline-offset-[-2px] hover:bg-well aria-[current]:bg-accent-wash aria-[current]:shadow-[inset_3px_0_var(--accent)]"
            >
              <span className="flex flex-wrap items-center justify-between gap-x-2">
                <b className="font-semibold text-ink">{t('number', { number: lot.number })}</b>
                {isPlain(lot) ? null : <LotState lot={lot} />}
              </span>
              <span className="block text-12">
                {t('queueLine', { size: lot.plan.lotSize, ...errorsOf(lot.standing) })}
              </span>
              <span className="block text-12 text-ink-3">
                <Day at={lot.createdAt} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </>
  )
}

/** What waits in this list waits to be inspected; only other states are worth a word. */
function isPlain({ state, standing }: LotRow): boolean {
  return state === 'drawn' && standing.state === 'undecided'
}
