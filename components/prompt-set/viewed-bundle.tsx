'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Section } from '@/components/study/section'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ImportView } from '@/lib/domain/bundle/import-view'
import { BundlePreview } from './bundle-preview'
import { ProblemTable } from './problem-table'

type Props = { view: ImportView; onConfirm: () => void; onAgain: () => void }

/** A checked bundle: fit to be imported, or refused with everything that is wrong. */
export function ViewedBundle({ view, onConfirm, onAgain }: Props) {
  const t = useTranslations('import')
  const { preview, problems, problemCount, state } = view
  const [sent, setSent] = useState(false)
  const fit = state === 'checked' && problemCount === 0

  function confirm() {
    setSent(true)
    onConfirm()
  }

  return (
    <div className="flex flex-col gap-4">
      {fit ? (
        <Notice tone="info" title={t('fit.title')}>
          {t('fit.text')}
        </Notice>
      ) : (
        <Notice
          tone="stop"
          title={state === 'failed' ? t('failed.title') : t('unfit.title', { count: problemCount })}
        >
          {state === 'failed' ? t('failed.text') : t('unfit.text')}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {fit ? (
          <Button variant="primary" onClick={confirm} pending={sent}>
            {t('fit.confirm')}
          </Button>
        ) : null}
        <Button onClick={onAgain}>{t('again')}</Button>
      </div>
      {problems.length > 0 ? (
        <Section title={t('problems.title', { count: problemCount })}>
          <ProblemTable
            title={t('problems.title', { count: problemCount })}
            problems={problems}
            count={problemCount}
          />
        </Section>
      ) : null}
      {preview && preview.warnings.length > 0 ? (
        <Section title={t('warnings.title', { count: preview.warningCount })} note={t('warnings.note')}>
          <ProblemTable
            title={t('warnings.title', { count: preview.warningCount })}
            problems={preview.warnings}
            count={preview.warningCount}
          />
        </Section>
      ) : null}
      {preview ? (
        <Section title={t('preview.title')}>
          <BundlePreview preview={preview} />
        </Section>
      ) : null}
    </div>
  )
}
