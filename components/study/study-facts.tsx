import { useFormatter, useTranslations } from 'next-intl'
import { Facts } from './facts'

type Props = {
  progress: {
    tasks: number
    given: number
    wanted: number
    left: number
    anew: { given: number; wanted: number }
    reached: number[]
  }
  pace: { perHour: number | null; overHours: number; hoursLeft: number | null }
  waiting: {
    leased: number
    openings: number
    needsArbitration: number
    handedBack: number
    nextExpiry: Date | null
  }
  /** Pace, leases and free places are of interest while work goes on. */
  running: boolean
  now: Date
}

/** How far, how fast, when done, and what waits for whom. */
export function StudyFacts({ progress, pace, waiting, running, now }: Props) {
  const t = useTranslations('study.facts')
  const format = useFormatter()
  const complete = progress.reached.at(-1) ?? 0
  const { given, wanted, anew } = progress
  const work = [
    {
      name: t('pace'),
      value: pace.perHour === null ? t('noPace') : format.number(pace.perHour, { maximumFractionDigits: 1 }),
      ...(pace.perHour === null
        ? {}
        : { more: t('perHour', { hours: Math.max(1, Math.round(pace.overHours)) }) }),
    },
    {
      name: t('left'),
      value: <TimeLeft hours={pace.hoursLeft} />,
      more: t('ratingsLeft', { left: progress.left }),
    },
    {
      name: t('desks'),
      value: format.number(waiting.leased),
      ...(waiting.nextExpiry
        ? { more: t('firstBack', { when: format.relativeTime(waiting.nextExpiry, now) }) }
        : {}),
    },
    {
      name: t('openings'),
      value: format.number(waiting.openings),
      more: t('handedBack', { count: waiting.handedBack }),
    },
  ]
  const facts = [
    { name: t('complete'), value: format.number(complete), more: t('ofTasks', { tasks: progress.tasks }) },
    { name: t('ratings'), value: format.number(given), more: t('ofRatings', { wanted }) },
    ...(anew.wanted > 0
      ? [{ name: t('anew'), value: format.number(anew.given), more: t('ofAnew', { wanted: anew.wanted }) }]
      : []),
    ...(running ? work : []),
    { name: t('disputed'), value: format.number(waiting.needsArbitration), more: t('cells') },
  ]
  return <Facts label={t('title')} facts={facts} />
}

function TimeLeft({ hours }: { hours: number | null }) {
  const t = useTranslations('study.facts')
  if (hours === null) return t('unknown')
  if (hours === 0) return t('nothingLeft')
  if (hours < 1) return t('minutes', { minutes: Math.max(1, Math.round(hours * 60)) })
  return hours < 48 ? t('hours', { hours: Math.round(hours) }) : t('days', { days: Math.round(hours / 24) })
}
