import type { ReactNode } from 'react'

/** The desk without work: one calm sentence, and where to go from here. */
export function DeskMessage({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <main
      id="main"
      className="grid min-h-0 flex-1 place-items-center overflow-y-auto bg-sheet p-6 text-center"
    >
      <div className="max-w-[440px]">
        <h2 className="mb-2 text-20">{title}</h2>
        <div className="flex flex-col items-center gap-4 text-14 leading-6 text-ink-2">{children}</div>
      </div>
    </main>
  )
}
