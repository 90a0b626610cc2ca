import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/study/state-tag'
import { classes } from '@/components/ui/classes'
import type { WaitingChain } from '@/lib/domain/quality/views/rules-view'
import type { StudyState } from '@/lib/domain/study/study-state'

type Props = { study: { slug: string; name: string; state: StudyState }; waiting: WaitingChain }

/** One study and what waits in it, each with the way there; nothing to do looks like nothing to do. */
export function InspectedStudy({ study, waiting }: Props) {
  const t = useTranslations('inspect')
  const { slug, name, state } = study
  const here = `/inspect/${slug}`
  const { lots, cells, appeals, calibrations, paused, excluded } = waiting
  const both = paused > 0 && excluded > 0 ? 'yes' : 'no'
  const links = [
    { href: `${here}/lots`, room: t('rooms.lots'), count: lots, text: t('waits.lots', { count: lots }) },
    {
      href: `${here}/arbitration`,
      room: t('rooms.arbitration'),
      count: cells.inspector + cells.meeting,
      text: t('waits.cells', { count: cells.inspector + cells.meeting }),
    },
    {
      href: `${here}/raters`,
      room: t('rooms.raters'),
      count: appeals,
      text: [
        t('waits.appeals', { count: appeals }),
        ...(paused + excluded > 0 ? [t('waits.raters', { paused, excluded, both })] : []),
      ].join(' · '),
    },
    {
      href: `${here}/anchors`,
      room: t('rooms.anchors'),
      count: calibrations,
      text: t('waits.calibrations', { count: calibrations }),
    },
  ]
  return (
    <li className="border-b border-line py-4">
      <h2 className="flex flex-wrap items-center gap-2 text-16 leading-6">
        <span className="wrap-anywhere">{name}</span>
        <StateTag state={state} />
      </h2>
      <ul className="mt-3 grid grid-cols-2 border border-line bg-sheet min-[900px]:grid-cols-4">
        {links.map(({ href, room, count, text }, index) => (
          <li
            key={href}
            className={classes(
              'min-[900px]:not-first:border-l min-[900px]:border-line',
              index % 2 === 1 && 'border-l border-line',
              index > 1 && 'max-[900px]:border-t max-[900px]:border-line',
            )}
          >
            <Link
              href={href}
              className="block h-full px-4 py-3 no-underline outline-offset-[-2px] hover:bg-well"
            >
              <span className="block text-12 text-ink-3">{room}</span>
              <span
                className={classes('block text-20', count > 0 ? 'font-semibold text-accent' : 'text-ink-3')}
              >
                {count}
              </span>
              <span className="block text-13 text-ink-2">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </li>
  )
}
