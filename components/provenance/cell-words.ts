import { useTranslations } from 'next-intl'

const known = [
  'outlying',
  'arbitrated',
  'superseded',
  'cannot_judge',
  'outside_scope',
  'not_asked',
  'rubric_version',
  'excluded',
  'lot_failed',
  'found_in_error',
] as const

/** Why a score does not count: in our words, or else in those of the person who decided it. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations('provenance')
  return (reason) => {
    const word = known.find((each) => each === reason)
    return word ? t(`reasons.${word}`) : t('excludedFor', { reason })
  }
}
