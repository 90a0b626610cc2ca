import { useTranslations } from 'next-intl'
import { causes, type Cause } from '@/lib/domain/quality/arbitration/causes'

type Props = { name: string; cause: Cause | null; onCause: (cause: Cause) => void }

/** Why people disagreed, by the keys 1 to 5. */
export function CauseKeys({ name, cause, onCause }: Props) {
  const t = useTranslations('inspect.arbitration')
  const tCause = useTranslations('quality.causes')
  return (
    <div role="radiogroup" aria-label={t('causeOf', { name })} className="flex flex-wrap gap-1.5">
      {causes.map((each, index) => (
        <button
          key={each}
          type="button"
          role="radio"
          aria-checked={each === cause}
          onClick={() => onCause(each)}
          className="inline-flex min-h-7 items-center gap-1.5 rounded border border-line-strong bg-sheet px-1.5 text-12 text-ink-2 hover:bg-well aria-checked:border-ink aria-checked:bg-ink aria-checked:text-sheet max-[720px]:min-h-10"
        >
          <kbd aria-hidden className="min-w-4 border-0 bg-transparent p-0 text-inherit opacity-70">
            {index + 1}
          </kbd>
          <span className="inline-block first-letter:uppercase">{tCause(each)}</span>
        </button>
      ))}
    </div>
  )
}
