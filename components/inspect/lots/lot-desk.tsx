'use client'

import Link from 'next/link'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { DeskFrame as EmptyFrame } from '@/components/rating/ending'
import { KeysDialog } from '@/components/rating/keys/keys-dialog'
import type { DeskView } from '@/components/rating/task-model'
import { Button, buttonClass } from '@/components/ui/button'
import type { LotPage, LotRow } from '@/lib/domain/quality/views/lot-view'
import { DeskFrame } from '@/components/inspect/desk/desk-frame'
import { DeskMessage } from '@/components/inspect/desk/desk-message'
import { Held } from '@/components/inspect/desk/held'
import { Problem } from '@/components/inspect/desk/problem'
import type { LotTransport } from '@/components/inspect/transports'
import { errorsOf } from './errors-of'
import { LotQueueList } from './lot-queue'
import { LotSide } from './lot-side'
import { PlanSentence } from './plan-sentence'
import { ShownUnit } from './shown-unit'
import { UnitOnDesk } from './unit-on-desk'
import { useLotWork, type LotStage } from './use-lot-work'

type Props = {
  lot: LotPage
  lots: LotRow[]
  transport: LotTransport
  /** An opaque word for the inspector, under which drafts are kept on this device. */
  owner: string
  switches: ReactNode
  now: string
}

/** A lot on the inspector's desk: the rating desk, blind to rater and rating, and the difference after each unit. */
export function LotDesk({ lot, lots, transport, owner, switches, now }: Props) {
  const t = useTranslations('inspect.lots')
  const tDesk = useTranslations('desk')
  const [view, setView] = useState<DeskView>({ reference: true, linked: false, solo: false })
  const [help, setHelp] = useState(false)
  const work = useLotWork(transport, lot.standing, lot.state !== 'drawn')
  const { standing } = work
  // Decided by hand with a unit on the desk: nothing of the lot waits any more.
  const isCut = lot.state !== 'drawn' && (work.stage.at === 'judging' || work.stage.at === 'fetching')
  const stage: LotStage = isCut ? { at: 'over' } : work.stage
  const { slug } = lot.study
  const moreKeys = [['P', t('keyPlan')]] as const
  return (
    <DeskFrame
      name={`${t('number', { number: lot.number })} · ${lot.study.name}`}
      back={{ href: `/inspect/${slug}/lots`, word: t('title') }}
      progress={{ done: standing.inspected, left: standing.left }}
      status={<span className="max-[480px]:hidden">{t('errorsShort', errorsOf(standing))}</span>}
      switches={switches}
      onHelp={() => setHelp(true)}
      queue={<LotQueueList slug={slug} lots={lots} current={lot.id} />}
      side={{
        title: t('plan'),
        content: <LotSide lot={lot} standing={standing} transport={transport} now={now} />,
      }}
    >
      <Problem text={work.problem} />
      {stage.at === 'fetching' ? <EmptyFrame text={tDesk('loading')} /> : null}
      {stage.at === 'judging' ? (
        <Held key={stage.unit.inspectionId} held={work.sending}>
          <UnitOnDesk
            unit={stage.unit}
            owner={owner}
            view={view}
            moreKeys={moreKeys}
            onView={setView}
            onCommit={(said) => work.submit(stage.unit, said)}
          />
        </Held>
      ) : null}
      {stage.at === 'shown' ? (
        <ShownUnit unit={stage.unit} result={stage.result} onNext={() => work.next()} />
      ) : null}
      {stage.at === 'refused' ? (
        <DeskMessage title={t('refused')}>
          <Button onClick={() => void work.next()}>{tDesk('lookAgain')}</Button>
        </DeskMessage>
      ) : null}
      {stage.at === 'over' ? <LotOver lot={lot} lots={lots} /> : null}
      {help ? (
        <KeysDialog
          onClose={() => setHelp(false)}
          without={['helpComment', 'helpCannotJudgeTask']}
          more={moreKeys}
        />
      ) : null}
    </DeskFrame>
  )
}

/** Nothing more to inspect here: what became of the lot, and the next one. */
function LotOver({ lot, lots }: Pick<Props, 'lot' | 'lots'>) {
  const t = useTranslations('inspect.lots')
  const { slug } = lot.study
  const next = lots.find(({ id, state, forOthers }) => id !== lot.id && state === 'drawn' && !forOthers)
  const state =
    lot.standing.state === 'person_decides' && lot.state === 'drawn' ? 'person_decides' : lot.state
  return (
    <DeskMessage title={t(`over.${state}`, { number: lot.number })}>
      {lot.state === 'drawn' ? (
        <p>{t(`overMeans.${state === 'person_decides' ? state : lot.forOthers ? 'forOthers' : 'drawn'}`)}</p>
      ) : (
        <PlanSentence plan={lot.plan} claim={lot.claim} state={lot.state} />
      )}
      <Link
        href={next ? `/inspect/${slug}/lots/${next.id}` : `/inspect/${slug}/lots`}
        className={buttonClass(next ? 'primary' : 'plain')}
        autoFocus
      >
        {next ? t('nextLot', { number: next.number }) : t('toQueue')}
      </Link>
    </DeskMessage>
  )
}
