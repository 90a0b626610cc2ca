import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CheckField, SelectField, TextField } from '@/components/ui/fields'
import { inLocale, type Locale } from '@/lib/domain/localized'
import type { CellList } from '@/lib/domain/quality/views/provenance-view'

export type CellQuery = {
  prompt?: string
  model?: string
  criterion?: string
  disputed: boolean
  page: number
}

type Props = { list: CellList; query: CellQuery; locale: Locale }

/** A plain form: the address says what is shown, and all three names lead to the cell itself. */
export function CellFilter({ list, query, locale }: Props) {
  const t = useTranslations('provenance')
  const any = { value: '', label: t('any') }
  const criteria = list.criteria.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))
  return (
    <form
      method="get"
      className="mb-4 grid items-end gap-3 border border-line bg-sheet p-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto_auto]"
    >
      <TextField name="prompt" label={t('promptId')} defaultValue={query.prompt ?? ''} list="prompts" />
      <datalist id="prompts">
        {list.prompts.slice(0, 2000).map((id) => (
          <option key={id} value={id} />
        ))}
      </datalist>
      <SelectField
        name="model"
        label={t('model')}
        defaultValue={query.model ?? ''}
        options={[any, ...list.models.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField
        name="criterion"
        label={t('criterion')}
        defaultValue={query.criterion ?? ''}
        options={[any, ...criteria]}
      />
      <CheckField
        name="disputed"
        value="1"
        label={t('onlyDisputed')}
        defaultChecked={query.disputed}
        className="pb-2"
      />
      <Button type="submit" variant="primary">
        {t('show')}
      </Button>
    </form>
  )
}
