import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { CellProvenance } from '@/lib/domain/quality/views/provenance-view'

/** By what terms the number came about, and where it went. */
export function CellFacts({ cell }: { cell: CellProvenance }) {
  const t = useTranslations('provenance')
  const { record, release, study } = cell
  const { tolerance, arbitration } = record
  const facts = [
    [t('rule'), t(`rules.${record.rule}`)],
    [
      t('tolerance'),
      tolerance === null ? t('noTolerance') : t(`within.${tolerance.unit}`, { value: tolerance.value }),
    ],
    [
      t('arbitration'),
      arbitration === null ? t('noArbitration') : t('extraRatings', { count: arbitration.extraRatings }),
    ],
    [t('rubric'), t('version', { version: cell.rubricVersion })],
    [t('score'), t('version', { version: record.version })],
  ] as const
  return (
    <dl className="self-start border border-line bg-sheet text-13">
      {facts.map(([term, text]) => (
        <Fact key={term} term={term}>
          {text}
        </Fact>
      ))}
      <Fact term={t('board')}>
        {release === null ? (
          t('notPublished')
        ) : (
          <Link href={`/leaderboards/${study.slug}/releases/${release}`} className="link">
            {t('release', { number: release })}
          </Link>
        )}
      </Fact>
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[112px_1fr] gap-x-4 border-b border-line px-3 py-2 last:border-b-0">
      <dt className="text-ink-3">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
