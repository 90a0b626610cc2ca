import { useFormatter, useLocale, useTranslations } from 'next-intl'

type Props = {
  settings: {
    method: 'absolute' | 'pairwise'
    presentation: 'sheet' | 'single' | 'pair'
    sheetSize: number
    ratingsPerTask: number
    leaseSeconds: number
    tolerance: number | null
    rule: 'median' | 'mean' | 'trimmed' | 'p910'
  }
  languages: string[]
  counts: { prompts: number; models: number; outputs: number }
}

/** What has a name in every language; a study may write something else. */
const languageTag = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i

/** How the study is judged, as its study.yaml says. */
export function Settings({ settings, languages, counts }: Props) {
  const t = useTranslations('study.settings')
  const format = useFormatter()
  const names = new Intl.DisplayNames(useLocale(), { type: 'language' })
  const languageName = (tag: string) => (languageTag.test(tag) ? (names.of(tag) ?? tag) : tag)
  const { tolerance } = settings
  const rows = [
    [t('content'), t('contentValue', counts)],
    [t('languages'), languages.length === 0 ? t('any') : languages.map(languageName).join(' · ')],
    [t('method'), t(`methods.${settings.method}`)],
    [t('presentation'), t(`presentations.${settings.presentation}`, { size: settings.sheetSize })],
    [t('k'), t('kValue', { k: settings.ratingsPerTask })],
    [
      t('lease'),
      t('leaseValue', { minutes: format.number(settings.leaseSeconds / 60, { maximumFractionDigits: 1 }) }),
    ],
    [t('tolerance'), tolerance === null ? t('noTolerance') : t('toleranceValue', { steps: tolerance })],
    [t('rule'), t(`rules.${settings.rule}`)],
  ]
  return (
    <dl className="grid grid-cols-1 gap-x-4 border border-line bg-sheet px-4 py-2 text-13 sm:grid-cols-[max-content_1fr]">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="pt-1 text-ink-3 sm:pb-1">{name}</dt>
          <dd className="pb-1 sm:pt-1">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
