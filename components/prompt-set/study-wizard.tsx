'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { CheckField, SelectField, TextField } from '@/components/ui/fields'
import { Notice } from '@/components/ui/notice'
import { studyText } from '@/lib/domain/study/study-text'

export type TemplateChoice = { name: string; title: string; criteria: string[] }

type Props = {
  files: string[]
  templates: TemplateChoice[]
  onDone: (yaml: string) => void
  onCancel: () => void
}

/** A folder without study.yaml: these few questions write one. */
export function StudyWizard({ files, templates, onDone, onCancel }: Props) {
  const t = useTranslations('import.wizard')
  const [template, setTemplate] = useState(templates[0]?.name ?? '')
  const chosen = templates.find((each) => each.name === template)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    onDone(studyText(answersOf(new FormData(event.currentTarget))))
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Notice tone="info" title={t('title')}>
        {t('why', { files: files.length })}
      </Notice>
      <div className="grid gap-4 border border-line bg-sheet p-4 sm:grid-cols-2">
        <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={200} required autoFocus />
        <TextField
          name="slug"
          label={t('slug')}
          hint={t('slugHint')}
          pattern="[a-z0-9][a-z0-9\-]{0,79}"
          title={t('slugHint')}
          required
        />
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-13 font-medium">{t('languages')}</legend>
          <div className="flex gap-4">
            <CheckField name="language" value="zh" label={t('zh')} defaultChecked />
            <CheckField name="language" value="en" label={t('en')} />
          </div>
        </fieldset>
        <SelectField
          name="template"
          label={t('rubric')}
          hint={chosen?.criteria.join(' · ')}
          value={template}
          onChange={(event) => setTemplate(event.target.value)}
          options={templates.map(({ name, title }) => ({ value: name, label: title }))}
        />
        <Numbers />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary">
          {t('done')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

const numbers = [
  { name: 'k', min: 1, max: 50, defaultValue: 3 },
  { name: 'lease', min: 1, max: 10080, defaultValue: 30 },
  { name: 'tolerance', min: 0, max: 20, defaultValue: 1 },
] as const

function Numbers() {
  const t = useTranslations('import.wizard')
  return (
    <>
      <SelectField
        name="presentation"
        label={t('presentation')}
        hint={t('presentationHint')}
        options={[
          { value: 'sheet', label: t('sheet') },
          { value: 'single', label: t('single') },
        ]}
      />
      {numbers.map(({ name, ...range }) => (
        <TextField
          key={name}
          name={name}
          label={t(name)}
          hint={t(`${name}Hint`)}
          type="number"
          {...range}
          required
        />
      ))}
    </>
  )
}

function answersOf(form: FormData) {
  const said = (name: string) => String(form.get(name) ?? '').trim()
  return {
    name: said('name'),
    slug: said('slug'),
    languages: form.getAll('language').map(String),
    template: said('template'),
    presentation: said('presentation') === 'single' ? ('single' as const) : ('sheet' as const),
    ratingsPerTask: Number(said('k')),
    leaseMinutes: Number(said('lease')),
    tolerance: Number(said('tolerance')),
  }
}
