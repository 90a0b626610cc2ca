import { useTranslations } from 'next-intl'
import type { ScaleShape } from '@/lib/domain/study/scale'
import { hasDigits } from './expert-scores'

type Props = {
  /** Of the criterion in focus. */
  scale: ScaleShape | undefined
  several: boolean
}

/** The keys at the foot of the anchor desk. A scale with more than the ten digits is typed into its field. */
export function AnchorKeys({ scale, several }: Props) {
  const t = useTranslations('inspect.anchors.keys')
  const keys = [
    ...(scale && hasDigits(scale) ? ([[[String(scale.min), String(scale.max)], 'add']] as const) : []),
    [['⌫'], 'takeAway'],
    [['↑', '↓'], 'criterion'],
    ...(several ? ([[['←', '→'], 'output']] as const) : []),
    [['C'], 'reason'],
    [['Enter'], 'save'],
  ] as const
  return (
    <footer
      aria-label={t('label')}
      className="flex h-10 shrink-0 flex-wrap items-center gap-x-4 overflow-hidden border-t border-line px-4 text-12 text-ink-3 max-[720px]:hidden"
    >
      {keys.map(([names, word]) => (
        <span key={word} className="inline-flex h-10 items-center gap-1 whitespace-nowrap">
          {names.map((name, index) => (
            <span key={name}>
              {word === 'add' && index > 0 ? '– ' : ''}
              <kbd>{name}</kbd>
            </span>
          ))}{' '}
          {t(word)}
        </span>
      ))}
    </footer>
  )
}
