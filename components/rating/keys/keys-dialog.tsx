import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Modal } from '@/components/rating/modal'

const rows = [
  ['1 – 5', 'helpScore'],
  ['. -', 'helpFraction'],
  ['+ -', 'helpNudge'],
  ['⌫', 'helpClear'],
  ['← →', 'helpOutput'],
  ['↑ ↓', 'helpCriterion'],
  ['Tab ⇧Tab', 'helpNext'],
  ['Space ⇧Space', 'helpRead'],
  ['[ ]', 'helpTurn'],
  ['C', 'helpComment'],
  ['X', 'helpCannotJudge'],
  ['⇧X', 'helpCannotJudgeTask'],
  ['R', 'helpReference'],
  ['L', 'helpLink'],
  ['F', 'helpSolo'],
  ['Z', 'helpUndo'],
  ['Enter', 'helpSubmit'],
  ['?', 'helpHelp'],
] as const

type Props = {
  onClose: () => void
  /** Keys that this desk does not know. */
  without?: readonly (typeof rows)[number][1][]
  /** Keys that this desk has beside the usual ones, with their words. */
  more?: readonly (readonly [string, string])[]
}

export function KeysDialog({ onClose, without = [], more = [] }: Props) {
  const t = useTranslations('desk')
  const own = rows.filter(([, text]) => !without.includes(text))
  const said = own.map(([keys, text]) => [keys, t(`keys.${text}`)] as const)
  return (
    <Modal title={t('keysTitle')} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-13">
        {[...said, ...more].map(([keys, text]) => (
          <div key={text} className="contents">
            <dt className="flex gap-1">
              {keys.split(' ').map((key, index) => (key === '–' ? key : <kbd key={index}>{key}</kbd>))}
            </dt>
            <dd className="text-ink-2">{text}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-6 text-right">
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </Modal>
  )
}
