'use client'

import { Popover } from 'radix-ui'
import { useEffect, useState, type MouseEvent, type ReactNode } from 'react'
import type { FigureParts } from './figure-parts'
import { PartsTable } from './parts-table'

type Fact = [term: string, text: string]

type Props = {
  /** What is the same for every number of the board. */
  facts: Fact[]
  words: { prompts: string; leftOut: string; parts: string; score: string; interval: string }
  parts: FigureParts
  /** A list of the cells behind a number, for those who may look into them. */
  cells: { path: string; text: string } | null
  more: ReactNode
  children: ReactNode
}

/**
 * One popover for all numbers of a board: a button that carries `data-origin` opens it below its own row. One for all,
 * because hundreds of them would be most of the page's weight.
 */
export function NumberOrigins({ facts, words, parts, cells, more, children }: Props) {
  const [source, setSource] = useState<HTMLElement | null>(null)

  useEffect(() => {
    source?.setAttribute('aria-expanded', 'true')
    return () => source?.removeAttribute('aria-expanded')
  }, [source])

  function toggle(event: MouseEvent) {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-origin]') : null
    if (button) setSource(button === source ? null : button)
  }

  const { origin, prompts = '', leftOut = '', model = '', column = '' } = source?.dataset ?? {}
  const own: Fact[] = [
    [words.prompts, prompts],
    [words.leftOut, leftOut],
  ]
  return (
    <Popover.Root open={source !== null} onOpenChange={() => setSource(null)}>
      <div onClick={toggle}>{children}</div>
      <Popover.Anchor virtualRef={{ current: source }} />
      <Popover.Portal>
        <Popover.Content
          aria-label={origin}
          side="bottom"
          align="start"
          sideOffset={16}
          collisionPadding={16}
          // A press on the number itself is the toggle's to answer.
          onPointerDownOutside={(event) => source?.contains(event.target as Node) && event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onEscapeKeyDown={() => source?.focus()}
          className="z-40 w-[min(372px,calc(100vw-32px))] rounded border border-line-strong bg-raise p-4 text-13 shadow-pop max-h-(--radix-popover-content-available-height) overflow-y-auto"
        >
          <p className="font-semibold">{origin}</p>
          <dl className="my-2">
            {[...own, ...facts]
              .filter(([, text]) => text)
              .map(([term, text]) => (
                <div key={term} className="grid grid-cols-[96px_1fr] gap-2 border-t border-line py-[3px]">
                  <dt className="text-ink-3">{term}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
          </dl>
          <PartsTable parts={parts[model]?.[column] ?? []} words={words} />
          {more}
          {cells ? (
            <a className="link ml-4" href={`${cells.path}?${cellsOf(model, column)}`}>
              {cells.text}
            </a>
          ) : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** The cells of a model, and of a criterion where the number is of one. */
function cellsOf(model: string, column: string): URLSearchParams {
  const criterion = /^criterion:(.+)$/s.exec(column)?.[1]
  return new URLSearchParams({ model, ...(criterion === undefined ? {} : { criterion }) })
}
