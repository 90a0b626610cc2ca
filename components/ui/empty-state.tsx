import type { ReactNode } from 'react'

/** Nothing here yet: one sentence that says so, and below it what to do about it. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="border border-line bg-sheet px-6 py-12 text-center">
      <p className="font-medium">{title}</p>
      {children ? (
        <div className="mx-auto mt-2 flex max-w-prose flex-col items-center gap-4 text-13 text-ink-2">
          {children}
        </div>
      ) : null}
    </div>
  )
}
