'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classes } from '@/components/ui/classes'

export type NavLink = { href: string; text: string }

/** Marks where the reader is: the page itself or one below it. */
export function NavLinks({ links }: { links: NavLink[] }) {
  const path = usePathname()
  return links.map(({ href, text }) => {
    const here = path === href || path.startsWith(`${href}/`)
    return (
      <Link
        key={href}
        href={href}
        aria-current={here ? 'page' : undefined}
        className={classes(
          'flex h-10 items-center border-b-2 text-13 whitespace-nowrap sm:h-12',
          here ? 'border-accent font-semibold text-ink' : 'border-transparent text-ink-2 hover:text-ink',
        )}
      >
        {text}
      </Link>
    )
  })
}
