'use client'

import { useTranslations } from 'next-intl'
import { Age } from '@/components/inspect/age'
import type { CalibrationTransport } from '@/components/inspect/transports'
import type { WaitingCalibration } from '@/lib/domain/quality/views/calibration-view'
import { AttemptLine } from './attempt-line'
import { VerdictDialog } from './verdict-dialog'

type Props = { waiting: WaitingCalibration[]; transport: CalibrationTransport; now: string }

/** Raters whose attempts are used up: what they reached, and what a person decides. */
export function WaitingCalibrations({ waiting, transport, now }: Props) {
  const t = useTranslations('inspect.calibrations')
  return (
    <ul className="border-t border-line">
      {waiting.map((each) => (
        <li
          key={each.rater}
          className="grid gap-x-6 gap-y-3 border-b border-line py-3 sm:grid-cols-[1fr_auto] sm:items-center"
        >
          <div className="text-13">
            <p className="text-14">
              <b className="font-semibold">{each.rater}</b>{' '}
              <span className="text-13 text-ink-3">
                {t(`reason.${each.reason}`)} · <Age at={each.since} now={now} />
              </span>
            </p>
            <ol className="mt-1 flex flex-col gap-0.5 text-ink-2">
              {each.attempts.map((attempt, index) => (
                <AttemptLine key={index} attempt={attempt} number={index + 1} />
              ))}
            </ol>
          </div>
          <div className="flex flex-wrap gap-2">
            {(['admit', 'another', 'decline'] as const).map((kind) => (
              <VerdictDialog key={kind} kind={kind} rater={each.rater} transport={transport} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
