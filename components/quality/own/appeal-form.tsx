'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Act } from '@/components/study/act'
import { useRefusal } from '@/components/study/use-refusal'
import { Button } from '@/components/ui/button'
import { TextAreaField } from '@/components/ui/fields'
import { unreachable } from '@/components/quality/unreachable'

export type AppealInput = { slug: string; text: string }

type Props = {
  slug: string
  act: Act<AppealInput>
  words: { text: string; hint: string; missing: string; send: string }
}

/** A rater's word to the inspectors. */
export function AppealForm({ slug, act, words }: Props) {
  const router = useRouter()
  const refusal = useRefusal()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  async function send() {
    const said = text.trim()
    if (said === '') return setError(words.missing)
    setPending(true)
    const result = await act({ slug, text: said }).catch(unreachable)
    setPending(false)
    setError(result.ok ? null : refusal(result.error))
    if (result.ok) router.refresh()
  }

  return (
    <form
      className="flex max-w-prose flex-col items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextAreaField
        name="text"
        className="w-full"
        label={words.text}
        hint={words.hint}
        error={error}
        value={text}
        rows={4}
        maxLength={5000}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" pending={pending}>
        {words.send}
      </Button>
    </form>
  )
}
