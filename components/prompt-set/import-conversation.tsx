'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ImportView } from '@/lib/domain/bundle/import-view'
import { DropZone } from './drop-zone'
import { ImportRefusal } from './import-refusal'
import { StudyWizard, type TemplateChoice } from './study-wizard'
import { useImport } from './upload/use-import'
import { ViewedBundle } from './viewed-bundle'
import { Working } from './working'

type Props = {
  begun: ImportView | null
  templates: TemplateChoice[]
  /** What belongs into a bundle; shown until something is dropped. */
  guide: ReactNode
}

/** Drop → what I see → what is wrong, row by row → import → open the study. */
export function ImportConversation({ begun, templates, guide }: Props) {
  const t = useTranslations('import')
  const { talk, pick, describe, confirm, restart } = useImport(begun)
  switch (talk.stage) {
    case 'pick':
      return (
        <>
          <DropZone onPick={pick} />
          {guide}
        </>
      )
    case 'describe':
      return (
        <StudyWizard
          files={talk.files.map((file) => file.path)}
          templates={templates}
          onDone={(yaml) => describe(talk.files, yaml)}
          onCancel={restart}
        />
      )
    case 'uploading':
      return (
        <Working
          title={t('uploading')}
          done={talk.sent}
          total={talk.total}
          elapsedMs={talk.elapsedMs}
          unit="bytes"
        />
      )
    case 'refused':
      return <ImportRefusal refusal={talk.refusal} onAgain={restart} />
    case 'view':
      return <Viewed view={talk.view} elapsedMs={talk.elapsedMs} onConfirm={confirm} onAgain={restart} />
  }
}

type ViewedProps = {
  view: ImportView
  elapsedMs: number
  onConfirm: (id: string) => void
  onAgain: () => void
}

function Viewed({ view, elapsedMs, onConfirm, onAgain }: ViewedProps) {
  const t = useTranslations('import')
  const { done, total } = view.progress
  switch (view.state) {
    case 'uploading':
      return (
        <Notice tone="notice" title={t('unfinished.title')}>
          <p>{t('unfinished.text')}</p>
          <Button className="mt-2" onClick={onAgain}>
            {t('again')}
          </Button>
        </Notice>
      )
    case 'checking':
      return <Working title={t('checking')} done={done} total={total} elapsedMs={elapsedMs} unit="rows" />
    case 'importing':
      return <Working title={t('importing')} done={done} total={total} elapsedMs={elapsedMs} unit="outputs" />
    case 'done':
      return (
        <Notice tone="info" title={t('done.title')}>
          <p>{t('done.text')}</p>
          <Link href={`/admin/studies/${view.slug ?? ''}`} className={`${buttonClass('primary')} mt-2`}>
            {t('done.open')}
          </Link>
        </Notice>
      )
    default:
      return <ViewedBundle view={view} onConfirm={() => onConfirm(view.id)} onAgain={onAgain} />
  }
}
