import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { TextAreaField } from '@/components/ui/fields'
import { Modal } from '@/components/rating/modal'
import type { MeetingText } from '@/components/inspect/drafts/use-kept-meeting'
import type { Meeting } from '@/components/inspect/transports'

type Props = {
  meeting: Meeting | null
  text: MeetingText
  onText: (text: MeetingText) => void
  /** Null: it was no meeting after all. */
  onMeeting: (meeting: Meeting | null) => void
  onClose: () => void
  /** The study leaves the last word to a meeting, so that there is no going without. */
  required: boolean
}

/** A decision of a meeting: what was said, and who was there. */
export function MeetingDialog({ meeting, text, onText, onMeeting, onClose, required }: Props) {
  const t = useTranslations('inspect.meeting')
  const { minutes, names } = text
  const [tried, setTried] = useState(false)
  const present = namesIn(names)
  const wrong = {
    minutes: minutes.trim() === '' ? t('minutesMissing') : null,
    present: present.length < 2 ? t('presentMissing') : null,
  }
  return (
    <Modal title={t('title')} onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!wrong.minutes && !wrong.present) onMeeting({ minutes: minutes.trim(), present })
        }}
      >
        <p className="text-13 text-ink-2">{t('means')}</p>
        <TextAreaField
          name="minutes"
          label={t('minutes')}
          hint={t('minutesHint')}
          error={tried ? wrong.minutes : null}
          value={minutes}
          onChange={(event) => onText({ minutes: event.target.value, names })}
          rows={4}
          maxLength={5000}
          required
        />
        <TextAreaField
          name="present"
          label={t('present')}
          hint={t('presentHint')}
          error={tried ? wrong.present : null}
          value={names}
          onChange={(event) => onText({ minutes, names: event.target.value })}
          rows={3}
          required
        />
        <div className="mt-2 flex flex-wrap justify-end gap-2">
          {meeting && !required ? (
            <Button variant="quiet" className="mr-auto" onClick={() => onMeeting(null)}>
              {t('none')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('keep')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** One name a line, or between commas of either language; nobody twice. */
function namesIn(text: string): string[] {
  const names = text.split(/[\n,，、;；]/).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}
