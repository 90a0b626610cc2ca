import { useFormatter } from 'next-intl'

/** How long ago, as people say it; the exact time is in the element. `now` keeps server and browser of one mind. */
export function Age({ at, now }: { at: string; now: string }) {
  const format = useFormatter()
  return (
    <time dateTime={at} title={format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}>
      {format.relativeTime(new Date(at), new Date(now))}
    </time>
  )
}
