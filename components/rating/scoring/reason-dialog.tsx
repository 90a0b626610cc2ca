import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Modal } from '@/components/rating/modal'
import { shortReasons } from './reasons'

type Props = {
  /** Name of the output on screen; null for the whole task. */
  output: string | null
  /** Whether the question may be widened to the whole task. */
  onWiden: (() => void) | null
  onReason: (reason: string) => void
  onClose: () => void
}

/** Why an output, or the whole task, cannot be judged: a short list, or in own words. */
export function ReasonDialog({ output, onWiden, onReason, onClose }: Props) {
  const t = useTranslations('desk')
  const [reason, choose] = useState<string>(shortReasons[0])
  const [words, setWords] = useState('')
  const other = reason === 'other'
  const given = other ? words.trim() : reason
  return (
    <Modal title={output === null ? t('reasonTask') : t('reasonOutput', { label: output })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (given) onReason(given)
        }}
      >
        <p className="mb-3 text-13 text-ink-2">
          {output === null ? t('reasonTaskMeans') : t('reasonOutputMeans')}
        </p>
        <fieldset className="grid gap-1">
          <legend className="sr-only">{t('reason')}</legend>
          {[...shortReasons, 'other' as const].map((each) => (
            <label key={each} className="flex min-h-9 items-center gap-2 text-14">
              <input
                type="radio"
                name="reason"
                className="accent-accent"
                checked={reason === each}
                onChange={() => choose(each)}
              />
              {t(`reasons.${each}`)}
            </label>
          ))}
        </fieldset>
        {other ? (
          <textarea
            autoFocus
            aria-label={t('reasonWords')}
            rows={2}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            className="mt-1 block w-full rounded border border-control bg-sheet px-2 py-1 text-14"
          />
        ) : null}
        <div className="mt-6 flex flex-wrap justify-end gap-2">
          {onWiden ? (
            <Button variant="quiet" className="mr-auto" onClick={onWiden}>
              {t('wholeTask')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" aria-disabled={!given}>
            {output === null ? t('handBack') : t('cannotJudge')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
