import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Meeting } from '@/components/inspect/transports'

type Props = {
  cells: number
  outputs: number
  meeting: Meeting | null
  required: boolean
  onMeeting: () => void
}

/** Above the desk: what is asked, blind to all scores, and who decides. */
export function CaseBar({ cells, outputs, meeting, required, onMeeting }: Props) {
  const t = useTranslations('inspect.arbitration')
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-4 py-1 text-13 text-ink-2">
      <p className="min-w-0 flex-1">{t('asked', { cells, outputs })}</p>
      <Button size="small" variant={meeting ? 'chosen' : 'plain'} onClick={onMeeting}>
        {meeting
          ? t('meetingOf', { count: meeting.present.length })
          : t(required ? 'meetingRequired' : 'meetingButton')}{' '}
        <kbd aria-hidden className="max-[720px]:hidden">
          M
        </kbd>
      </Button>
    </div>
  )
}
