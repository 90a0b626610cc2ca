import Link from 'next/link'
import type { ReactNode } from 'react'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import type { StudyState } from '@/lib/domain/study/study-state'
import { StateTag } from './state-tag'

type Props = {
  study: { slug: string; name: string; state: StudyState }
  words: { title: string; version: string; back: string; lead: string }
  children: ReactNode
}

/** A page about what a study works by: of which study, in which version, and the way back to it. */
export function AboutStudyPage({ study, words, children }: Props) {
  return (
    <Page
      title={words.title}
      lead={
        <>
          <StateTag state={study.state} /> {study.name} · {words.version}
        </>
      }
      actions={
        <Link href={`/admin/studies/${study.slug}`} className={buttonClass('plain')}>
          {words.back}
        </Link>
      }
      wide
    >
      <p className="mb-4 max-w-prose text-14 text-ink-2">{words.lead}</p>
      {children}
    </Page>
  )
}
