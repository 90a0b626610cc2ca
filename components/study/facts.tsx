import type { ReactNode } from 'react'

export type Fact = { name: string; value: ReactNode; more?: ReactNode }

/** A strip of figures between hairlines; wraps on narrow screens. */
export function Facts({ label, facts }: { label: string; facts: Fact[] }) {
  return (
    <dl
      aria-label={label}
      className="grid grid-cols-2 overflow-hidden border border-line bg-sheet sm:grid-cols-3 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none"
    >
      {facts.map((fact) => (
        <div key={fact.name} className="-mr-px -mb-px border-r border-b border-line px-4 py-2">
          <dt className="text-12 text-ink-3">{fact.name}</dt>
          <dd className="text-14 font-medium">
            {fact.value}{' '}
            {fact.more ? <span className="text-13 font-normal text-ink-3">{fact.more}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
