import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'

/** Ways to where a study's numbers come from, and how sure they are; once it is unsealed. */
export function ProvenanceLinks({ slug }: { slug: string }) {
  const t = useTranslations('provenance')
  return (['cells', 'sure'] as const).map((page) => (
    <Link key={page} href={`/admin/studies/${slug}/${page}`} className={buttonClass('plain', 'small')}>
      {t(page)}
    </Link>
  ))
}
