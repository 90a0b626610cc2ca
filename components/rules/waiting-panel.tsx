import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Facts } from '@/components/study/facts'
import { Section } from '@/components/study/section'
import { buttonClass } from '@/components/ui/button'
import type { WaitingChain } from '@/lib/domain/quality/views/rules-view'

type Props = { slug: string; waiting: WaitingChain }

/** What waits for whom in the quality chain, and the ways to its rules and to the rubric. Counts only. */
export function WaitingPanel({ slug, waiting }: Props) {
  const t = useTranslations('rules.waiting')
  const format = useFormatter()
  const { cells, lots, appeals, calibrations, paused, excluded } = waiting
  const facts = [
    {
      name: t('raters'),
      value: format.number(cells.ratings + cells.extra),
      more: t('ofThemExtra', { extra: cells.extra }),
    },
    {
      name: t('inspectors'),
      value: format.number(cells.inspector + cells.meeting),
      more: cells.meeting > 0 ? t('ofThemMeeting', { meeting: cells.meeting }) : t('cells'),
    },
    { name: t('lots'), value: format.number(lots) },
    { name: t('calibrations'), value: format.number(calibrations) },
    { name: t('appeals'), value: format.number(appeals) },
    { name: t('paused'), value: format.number(paused), more: t('excluded', { excluded }) },
    {
      name: t('settled'),
      value: format.number(cells.agreed + cells.decided),
      more: t('ofThemDecided', { decided: cells.decided }),
    },
  ]
  return (
    <Section
      title={t('title')}
      note={t('note')}
      actions={
        <>
          <Link href={`/admin/studies/${slug}/rules`} className={buttonClass('plain', 'small')}>
            {t('rules')}
          </Link>
          <Link href={`/admin/studies/${slug}/rubric`} className={buttonClass('plain', 'small')}>
            {t('rubric')}
          </Link>
        </>
      }
    >
      <Facts label={t('title')} facts={facts} />
    </Section>
  )
}
