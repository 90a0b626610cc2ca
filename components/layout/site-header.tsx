import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Role } from '@/lib/domain/people/actor'
import { NavLinks, type NavLink } from './nav-links'

type Props = { role: Role | null; switches: ReactNode }

/** The bar on every page but the desk. It shows what a role may find, and guards nothing. */
export function SiteHeader({ role, switches }: Props) {
  const t = useTranslations('layout')
  const links: Record<Role | 'visitor', NavLink[]> = {
    visitor: [{ href: '/sign-in', text: t('signIn') }],
    rater: [{ href: '/rate', text: t('myStudies') }],
    inspector: [{ href: '/inspect', text: t('inspection') }],
    admin: [
      { href: '/admin/studies', text: t('studies') },
      { href: '/admin/people', text: t('people') },
      { href: '/admin/imports', text: t('imports') },
      { href: '/admin/audit', text: t('auditLog') },
    ],
  }
  const own = links[role ?? 'visitor']
  const boards = { href: '/leaderboards', text: t('leaderboards') }
  const all = role ? [...own, boards, { href: '/account', text: t('account') }] : [boards, ...own]
  return (
    <header className="site-header border-b border-line bg-sheet print:hidden">
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <div className="flex flex-wrap items-center gap-x-6 px-4 sm:h-12 sm:flex-nowrap sm:px-6">
        <Link href="/" className="flex h-10 items-center font-semibold whitespace-nowrap no-underline">
          Mangping 盲评
        </Link>
        <nav
          aria-label={t('navigation')}
          className="order-last flex w-full min-w-0 gap-4 overflow-x-auto sm:order-none sm:ml-auto sm:w-auto"
        >
          <NavLinks links={all} />
        </nav>
        <div className="ml-auto flex items-center sm:ml-0">{switches}</div>
      </div>
    </header>
  )
}
