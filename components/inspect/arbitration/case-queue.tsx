import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Age } from '@/components/inspect/age'
import type { CaseRow } from '@/lib/domain/quality/views/arbitration-view'
import { CaseReason } from './case-reason'
import { HeldTag } from './case-table'
import { ConsequenceBar } from './consequence-bar'

type Props = { slug: string; cases: CaseRow[]; current: string | null; now: string }

/** Beside the desk: the cases that wait, with reason and age. */
export function CaseQueue({ slug, cases, current, now }: Props) {
  const t = useTranslations('inspect.arbitration')
  const most = Math.max(0, ...cases.map(({ consequence }) => consequence))
  return (
    <>
      <h2 className="flex h-10 items-center border-b border-line px-3 text-13">
        {t('queue', { count: cases.length })}
      </h2>
      <ol>
        {cases.map((row, place) => (
          <li key={row.caseId} className="border-b border-line">
            <Link
              href={`/inspect/${slug}/arbitration/${row.caseId}`}
              aria-current={row.caseId === current ? 'page' : undefined}
              className="block px-3 py-2 text-13 text-ink-2 no-underline outline-offset-[-2px] hover:bg-well aria-[current]:bg-accent-wash aria-[current]:shadow-[inset_3px_0_var(--accent)]"
            >
              <span className="flex items-center justify-between gap-2">
                <b className="font-semibold text-ink">{t('number', { number: place + 1 })}</b>
                {row.held === 'free' ? null : <HeldTag held={row.held} />}
              </span>
              <span className="block">
                <CaseReason row={row} short />
              </span>
              <span className="block text-12 text-ink-3">
                {t('cellsShort', { count: row.cells })} · <Age at={row.since} now={now} />
              </span>
              <ConsequenceBar consequence={row.consequence} most={most} className="mt-1" />
            </Link>
          </li>
        ))}
      </ol>
    </>
  )
}
