'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { remember } from './preference'

type Theme = 'light' | 'dark' | null
type Props = { cookie: string; theme: Theme; words: { auto: string; light: string; dark: string } }

const following = new Map<Theme, Theme>([
  [null, 'light'],
  ['light', 'dark'],
  ['dark', null],
])

/** Goes round: as the system, light, dark. */
export function ThemeSwitch({ cookie, theme: chosen, words }: Props) {
  const [theme, setTheme] = useState(chosen)

  function change() {
    const next = following.get(theme) ?? null
    remember(cookie, next)
    if (next) document.documentElement.dataset['theme'] = next
    else delete document.documentElement.dataset['theme']
    setTheme(next)
  }

  const word = words[theme ?? 'auto']
  return (
    <Button variant="quiet" size="icon" onClick={change} aria-label={word} title={word}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden>
        <circle cx="8" cy="8" r="6" fill={theme === 'dark' ? 'currentColor' : 'none'} stroke="currentColor" />
        {theme === null ? <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" /> : null}
      </svg>
    </Button>
  )
}
