import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

type Props = {
  /** Who and when, on the left. */
  what: ReactNode
  /** The value as it was given. */
  value: string
  /** What it does for the number, on the right. */
  so: ReactNode
  muted?: boolean
  children: ReactNode
}

/** One link of the chain. On a narrow screen its words stand above its track. */
export function ChainRow({ what, value, so, muted = false, children }: Props) {
  return (
    <li
      className={classes(
        'grid grid-cols-[1fr_auto] border-b border-line last:border-b-0 md:grid-cols-[200px_minmax(0,1fr)_48px_220px]',
        muted && 'text-ink-3',
      )}
    >
      <span className="px-3 py-2 text-13 md:border-r md:border-line">{what}</span>
      <span className="order-last col-span-2 md:order-none md:col-span-1">{children}</span>
      <span className="px-3 py-2 text-right text-14 font-semibold md:border-l md:border-line">{value}</span>
      <span className="col-span-2 px-3 pb-1 text-12 text-ink-2 md:col-span-1 md:py-2 md:text-13">{so}</span>
    </li>
  )
}
