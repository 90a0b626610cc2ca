import { useId } from 'react'
import type { Localized } from '@/lib/domain/localized'
import { textIn, withText, type Language } from './use-repair-draft'

type Props = {
  label: string
  text: Localized | undefined
  rows?: number
  onChange: (text: Localized | undefined) => void
}

const languages: { language: Language; tag: string; mark: string }[] = [
  { language: 'zh', tag: 'zh-CN', mark: '中' },
  { language: 'en', tag: 'en', mark: 'en' },
]

/** A text in both languages, side by side; one of them may be left empty. */
export function LocalizedField({ label, text, rows = 1, onChange }: Props) {
  const id = useId()
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1 p-0 text-13 text-ink-2">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {languages.map(({ language, tag, mark }) => (
          <label key={language} htmlFor={`${id}-${language}`} className="flex items-start gap-2">
            <span className="mt-1.5 w-5 shrink-0 text-12 text-ink-3">{mark}</span>
            <textarea
              id={`${id}-${language}`}
              lang={tag}
              rows={rows}
              value={textIn(text, language)}
              onChange={(event) => onChange(withText(text, language, event.target.value))}
              className="field-sizing-content min-h-8 w-full rounded border border-control bg-sheet px-2 py-1 text-14 text-ink"
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
