import { useFormatter } from 'next-intl'

/** A day, YYYY-MM-DD, where no time of it is told. */
export function Day({ at }: { at: string }) {
  const format = useFormatter()
  return <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: 'medium', timeZone: 'UTC' })}</time>
}
