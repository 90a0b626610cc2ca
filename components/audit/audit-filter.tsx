import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/fields'
import { useActionWord } from './action-words'

type Props = {
  studies: { slug: string; name: string }[]
  actions: string[]
  study: string
  action: string
}

/** A plain form: what is chosen stands in the address and can be sent to a colleague. */
export function AuditFilter({ studies, actions, study, action }: Props) {
  const t = useTranslations('audit')
  const word = useActionWord()
  return (
    <form method="get" className="mb-4 flex flex-wrap items-end gap-2">
      <SelectField
        name="study"
        label={t('study')}
        className="w-full sm:w-64"
        defaultValue={study}
        options={[
          { value: '', label: t('allStudies') },
          ...studies.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <SelectField
        name="action"
        label={t('what')}
        className="w-full sm:w-56"
        defaultValue={action}
        options={[
          { value: '', label: t('allActions') },
          ...actions.map((name) => ({ value: name, label: word(name) })),
        ]}
      />
      <Button type="submit" className="h-9">
        {t('show')}
      </Button>
    </form>
  )
}
