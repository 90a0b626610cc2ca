import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/fields'
import type { Profile } from '@/lib/domain/people/person'
import { AffiliationRows } from './affiliation-rows'

/** What decides which tasks somebody is offered. */
export function JudgingFields({ profile, wrong }: { profile: Profile; wrong: (field: string) => boolean }) {
  const t = useTranslations('account')
  return (
    <>
      <TextField
        name="languages"
        label={t('languages')}
        hint={t('languagesHint')}
        defaultValue={profile.languages.join(', ')}
        error={wrong('languages') ? t('languagesProblem') : null}
      />
      <TextField
        name="skills"
        label={t('skills')}
        hint={t('skillsHint')}
        defaultValue={profile.skills.join(', ')}
        error={wrong('skills') ? t('skillsProblem') : null}
      />
      <AffiliationRows
        affiliations={profile.affiliations}
        error={wrong('affiliations') ? t('affiliationsProblem') : null}
      />
    </>
  )
}
