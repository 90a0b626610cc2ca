import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/study/section'

type Props = { studies: { slug: string; name: string }[] }

/** Studies in which nothing waits any more, each with the way to what was found of its raters. */
export function FinishedStudies({ studies }: Props) {
  const t = useTranslations('inspect')
  if (studies.length === 0) return null
  return (
    <Section title={t('over')} note={t('overMeans')}>
      <ul className="border-t border-line text-14">
        {studies.map(({ slug, name }) => (
          <li key={slug} className="border-b border-line">
            <Link href={`/inspect/${slug}/raters`} className="block py-2 wrap-anywhere">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
