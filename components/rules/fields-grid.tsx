import type { ReactNode } from 'react'

/** Settings side by side, as many as there is room for. */
export function FieldsGrid({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
}
