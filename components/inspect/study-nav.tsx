import Link from 'next/link'
import { useTranslations } from 'next-intl'

export const inspectRooms = ['lots', 'arbitration', 'raters', 'anchors'] as const
export type InspectRoom = (typeof inspectRooms)[number]

/** The rooms of an inspector in one study. */
export function StudyNav({ slug, room }: { slug: string; room: InspectRoom }) {
  const t = useTranslations('inspect.rooms')
  return (
    <nav aria-label={t('label')} className="mb-6 flex gap-5 overflow-x-auto border-b border-line">
      {inspectRooms.map((each) => (
        <Link
          key={each}
          href={`/inspect/${slug}/${each}`}
          aria-current={each === room ? 'page' : undefined}
          className="-mb-px flex h-9 items-center border-b-2 border-transparent text-14 whitespace-nowrap text-ink-2 no-underline hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(each)}
        </Link>
      ))}
    </nav>
  )
}
