import { memo } from 'react'
import { useTranslations } from 'next-intl'
import type { BlindTurn } from '@/lib/domain/rating/blind-task'
import { Rendered } from './rendered'

type Props = { turns: BlindTurn[]; language: string }

/** An output turn by turn; where the user's side differs by output, it is shown between. */
export const Turns = memo(function Turns({ turns, language }: Props) {
  const t = useTranslations('desk')
  if (turns.length === 0) return <p className="text-ink-3">{t('noText')}</p>
  const rounds = roundsOf(turns)
  return turns.map((turn, index) => {
    const said = typeof turn === 'string' ? { role: 'assistant', content: turn } : turn
    const user = said.role === 'user'
    const round = rounds[index] ?? 0
    const opens = round !== rounds[index - 1]
    return (
      <section key={index} className="not-first:mt-5" {...(opens ? { 'data-turn': round } : {})}>
        {turns.length > 1 ? (
          <TurnHead text={user ? t('userTurn', { n: round + 1 }) : t('turn', { n: round + 1 })} />
        ) : null}
        {said.content.trim() === '' ? (
          <p className="text-ink-3">{t('emptyTurn')}</p>
        ) : (
          <Rendered html={said.content} language={language} {...(user ? { className: 'text-ink-2' } : {})} />
        )}
      </section>
    )
  })
})

/** The turn each part belongs to, from 0: a bare text is a turn of its own, else a turn opens with the user. */
function roundsOf(turns: BlindTurn[]): number[] {
  const opens = turns.map((turn, index) => index > 0 && (typeof turn === 'string' || turn.role === 'user'))
  return turns.map((_, index) => opens.slice(0, index + 1).filter(Boolean).length)
}

function TurnHead({ text }: { text: string }) {
  return (
    <h3 className="mb-3 flex items-center gap-2 text-12 leading-5 font-normal text-ink-3 after:h-px after:flex-1 after:bg-line">
      {text}
    </h3>
  )
}
