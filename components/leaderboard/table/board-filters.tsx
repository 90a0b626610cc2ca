'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { buttonClass } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'

export type FilterSelect = {
  name: string
  label: string
  value: string
  options: { value: string; label: string }[]
}

type Props = {
  path: string
  selects: FilterSelect[]
  text: string
  words: { search: string; hint: string; apply: string }
  /** What else the address says and filtering leaves as it is. */
  keep: Record<string, string>
}

const edge = 'h-8 rounded border border-control bg-sheet px-2 text-13'

/** A form whose answer is the address: it works before, and without, JavaScript. */
export function BoardFilters({ path, selects, text, words, keep }: Props) {
  const router = useRouter()

  function filter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const said = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    )
    router.push(`${path}?${new URLSearchParams(said)}`, { scroll: false })
  }

  return (
    <form action={path} onSubmit={filter} role="search" className="flex flex-wrap items-center gap-2">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {selects.map(({ name, label, value, options }) => (
        <select
          key={`${name}=${value}`}
          name={name}
          aria-label={label}
          defaultValue={value}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
          className={classes(edge, 'max-w-40', value && 'border-accent-line bg-accent-wash')}
        >
          <option value="">{label}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ))}
      <span className="flex w-full gap-2 sm:w-auto">
        <input
          key={text}
          type="search"
          name="q"
          defaultValue={text}
          aria-label={words.search}
          placeholder={words.hint}
          className={`${edge} w-full min-w-0 sm:w-50`}
        />
        <button type="submit" className={buttonClass('plain')}>
          {words.apply}
        </button>
      </span>
    </form>
  )
}
