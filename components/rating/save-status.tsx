import { useTranslations } from 'next-intl'

export type SaveState = 'nothing' | 'typing' | 'kept' | 'unkept' | 'saved'

/** One quiet line that tells the truth: "saved" stands only for the server's word. */
export function SaveStatus({ state }: { state: SaveState }) {
  const t = useTranslations('desk.save')
  return (
    <span role="status" className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {state === 'saved' ? (
        <svg
          width="12"
          height="12"
          viewBox="0 0 12 12"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden
        >
          <path d="M2 6.5 5 9.5 10.5 3" />
        </svg>
      ) : null}
      {state === 'nothing' ? null : t(state)}
    </span>
  )
}
