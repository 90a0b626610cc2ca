'use client'

import { useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { DeskFrame } from '@/components/inspect/desk/desk-frame'
import { Held } from '@/components/inspect/desk/held'
import { Problem } from '@/components/inspect/desk/problem'
import type { ArbitrationTransport } from '@/components/inspect/transports'
import { DeskFrame as EmptyFrame } from '@/components/rating/ending'
import { KeysDialog } from '@/components/rating/keys/keys-dialog'
import type { DeskView } from '@/components/rating/task-model'
import { causes } from '@/lib/domain/quality/arbitration/causes'
import type { ArbitrationQueue } from '@/lib/domain/quality/views/arbitration-view'
import { CaseOnDesk } from './case-on-desk'
import { CaseQueue } from './case-queue'
import { DecidedCells } from './decided-cells'
import { NoCase } from './no-case'
import { useCase } from './use-case'

type Props = {
  queue: ArbitrationQueue
  caseId: string
  transport: ArbitrationTransport
  /** An opaque word for the inspector, under which drafts are kept on this device. */
  owner: string
  switches: ReactNode
  now: string
}

/** Arbitration on the inspector's desk, case after case in one frame. */
export function CaseDesk({ queue, caseId, transport, owner, switches, now }: Props) {
  const t = useTranslations('inspect.arbitration')
  const tDesk = useTranslations('desk')
  const { slug, name } = queue.study
  const here = `/inspect/${slug}/arbitration`
  const [view, setView] = useState<DeskView>({ reference: true, linked: false, solo: false })
  const [help, setHelp] = useState(false)
  const work = useCase(transport, caseId, (next) => `${here}/${next}`)
  const { stage } = work
  const row = queue.cases.find((each) => each.caseId === caseId)
  const moreKeys = [
    ['M', t('keyMeeting')],
    [`1 – ${causes.length}`, t('keyCause')],
  ] as const
  return (
    <DeskFrame
      name={`${t('title')} · ${name}`}
      back={{ href: here, word: t('toQueue') }}
      progress={null}
      status={t('waitingNow', { count: queue.cases.length })}
      switches={switches}
      onHelp={() => setHelp(true)}
      queue={<CaseQueue slug={slug} cases={queue.cases} current={caseId} now={now} />}
      side={null}
    >
      <Problem text={work.problem} />
      {stage.at === 'fetching' ? <EmptyFrame text={tDesk('loading')} /> : null}
      {stage.at === 'judging' ? (
        <Held key={stage.task.caseId} held={work.sending}>
          <CaseOnDesk
            task={stage.task}
            owner={owner}
            byMeeting={row?.waitsFor === 'meeting'}
            view={view}
            onView={setView}
            moreKeys={moreKeys}
            onDecide={(scores, meeting) => work.decide(stage.task, scores, meeting)}
          />
        </Held>
      ) : null}
      {stage.at === 'decided' ? (
        <DecidedCells decided={stage.decided} onCause={work.name} onNext={work.next} />
      ) : null}
      {stage.at === 'gone' || stage.at === 'empty' || stage.at === 'refused' ? (
        <NoCase
          why={stage.at === 'gone' ? (row?.held === 'taken' ? 'taken' : 'settled') : stage.at}
          queueHref={here}
          onNext={() => void (stage.at === 'refused' ? work.take() : work.next())}
        />
      ) : null}
      {help ? (
        <KeysDialog
          onClose={() => setHelp(false)}
          without={['helpComment', 'helpCannotJudge', 'helpCannotJudgeTask']}
          more={moreKeys}
        />
      ) : null}
    </DeskFrame>
  )
}
