'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Act } from '@/components/study/act'
import { useRefusal } from '@/components/study/use-refusal'
import { Button } from '@/components/ui/button'
import { TextAreaField } from '@/components/ui/fields'
import { unreachable } from '@/components/quality/unreachable'

export type AnswerInput = { slug: string; id: string; state: 'upheld' | 'declined'; answer: string }

type Props = {
  slug: string
  id: string
  act: Act<AnswerInput>
  words: { answer: string; hint: string; missing: string; uphold: string; decline: string; note: string }
}

/** An inspector's answer to an appeal: the words first, then which way. */
export function AnswerForm({ slug, id, act, words }: Props) {
  const router = useRouter()
  const refusal = useRefusal()
  const [answer, setAnswer] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  async function send(state: AnswerInput['state']) {
    const said = answer.trim()
    if (said === '') return setError(words.missing)
    setPending(true)
    const result = await act({ slug, id, state, answer: said }).catch(unreachable)
    setPending(false)
    setError(result.ok ? null : refusal(result.error))
    if (result.ok) router.refresh()
  }

  return (
    <form className="mt-3 flex max-w-prose flex-col gap-2" onSubmit={(event) => event.preventDefault()}>
      <TextAreaField
        name={`answer-${id}`}
        label={words.answer}
        hint={words.hint}
        error={error}
        value={answer}
        rows={3}
        maxLength={5000}
        required
        onChange={(event) => setAnswer(event.target.value)}
      />
      <p className="text-12 text-ink-3">{words.note}</p>
      <div className="flex gap-2">
        <Button variant="primary" pending={pending} onClick={() => void send('upheld')}>
          {words.uphold}
        </Button>
        <Button pending={pending} onClick={() => void send('declined')}>
          {words.decline}
        </Button>
      </div>
    </form>
  )
}
