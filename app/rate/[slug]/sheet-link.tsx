import { getTranslations } from 'next-intl/server'
import Link from 'next/link'

/** From the desk's own bar to the own quality sheet. */
export async function SheetLink({ slug }: { slug: string }) {
  const t = await getTranslations('quality.sheet')
  return (
    <Link
      href={`/rate/${slug}/sheet`}
      prefetch={false}
      className="mr-3 text-13 whitespace-nowrap text-ink-2 hover:text-ink hover:underline hover:underline-offset-4 max-[720px]:hidden"
    >
      {t('link')}
    </Link>
  )
}
