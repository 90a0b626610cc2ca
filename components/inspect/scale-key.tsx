import type { ScaleMark } from './scale-line'

/** What the marks of a scale stand for. */
export function ScaleKey({ words }: { words: Partial<Record<ScaleMark['mark'], string>> }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
      {(['own', 'rating', 'extra', 'agreed'] as const).map((mark) =>
        words[mark] ? (
          <li key={mark} className="inline-flex items-center gap-1.5">
            <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden>
              {mark === 'own' ? <rect x="-5" y="-5" width="10" height="10" className="fill-ink" /> : null}
              {mark === 'rating' ? <circle r="4.5" className="fill-ink-2" /> : null}
              {mark === 'extra' ? (
                <circle r="4" className="fill-sheet stroke-ink-2 [stroke-width:1.5]" />
              ) : null}
              {mark === 'agreed' ? (
                <path d="M0 -5 L5 0 L0 5 L-5 0 Z" className="fill-sheet stroke-ink [stroke-width:1.5]" />
              ) : null}
            </svg>
            {words[mark]}
          </li>
        ) : null,
      )}
    </ul>
  )
}
