'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/fields'
import type { Affiliation } from '@/lib/domain/people/person'

type Row = { key: number; organization: string; since: string; until: string }

const blank = (key: number): Row => ({ key, organization: '', since: '', until: '' })

/** For whom somebody works or worked, and from when to when; an empty date is open. */
export function AffiliationRows({
  affiliations,
  error,
}: {
  affiliations: Affiliation[]
  error: string | null
}) {
  const t = useTranslations('account')
  const [rows, setRows] = useState<Row[]>(
    affiliations.map(({ organization, since, until }, key) => ({
      key,
      organization,
      since: since ?? '',
      until: until ?? '',
    })),
  )
  const nextKey = Math.max(0, ...rows.map(({ key }) => key)) + 1

  return (
    <fieldset className="flex flex-col items-start gap-2">
      <legend className="text-13 font-medium">{t('affiliations')}</legend>
      <p className="text-12 text-ink-3">{t('affiliationsHint')}</p>
      {rows.map((row) => (
        <div key={row.key} className="flex w-full flex-wrap items-end gap-2 border-t border-line pt-2">
          <TextField
            name="organization"
            label={t('organization')}
            defaultValue={row.organization}
            maxLength={200}
            required
            className="min-w-[200px] flex-1"
          />
          <TextField name="since" label={t('since')} type="date" defaultValue={row.since} />
          <TextField name="until" label={t('until')} type="date" defaultValue={row.until} />
          <Button
            variant="quiet"
            aria-label={t('removeNamed', { organization: row.organization || t('organization') })}
            onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      {error ? (
        <p role="alert" className="text-13 text-stop">
          {error}
        </p>
      ) : null}
      <Button onClick={() => setRows([...rows, blank(nextKey)])}>{t('addAffiliation')}</Button>
    </fieldset>
  )
}
