import { useTranslations } from 'next-intl'

type Props = { label: string; text: string; onText: (text: string) => void; onDone: () => void }

/** Written in place; Escape or Ctrl+Enter goes back to the scores. */
export function CommentField({ label, text, onText, onDone }: Props) {
  const t = useTranslations('desk')
  return (
    <div className="mt-1 border-t border-line px-4 py-2">
      <textarea
        autoFocus
        aria-label={t('commentOn', { label })}
        placeholder={t('commentHint')}
        rows={2}
        maxLength={5000}
        dir="auto"
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onBlur={onDone}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
          event.preventDefault()
          event.currentTarget.blur()
        }}
        className="block w-full resize-none rounded border border-control bg-sheet px-2 py-1 text-14"
      />
    </div>
  )
}
