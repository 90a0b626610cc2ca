import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'

const formats = ['csv', 'jsonl'] as const

/** Downloads of what was rated and, once the seal is lifted, of what was agreed on. */
export function ExportLinks({ slug, sealed }: { slug: string; sealed: boolean }) {
  const t = useTranslations('study.export')
  const kinds = sealed ? (['ratings'] as const) : (['ratings', 'agreed'] as const)
  return (
    <div className="flex flex-wrap gap-2">
      {kinds.flatMap((what) =>
        formats.map((format) => (
          <a
            key={`${what}-${format}`}
            href={`/api/v1/studies/${slug}/export?what=${what}&format=${format}`}
            className={buttonClass('plain')}
            download
          >
            {t(what)} · {format.toUpperCase()}
          </a>
        )),
      )}
    </div>
  )
}
