/** A dash that says why: on hover, and to screen readers. */
export function MissingValue({ reason }: { reason: string }) {
  return (
    <span
      title={reason}
      className="inline-block w-full cursor-help border-b border-dotted border-line-strong text-ink-3"
    >
      <span aria-hidden>–</span>
      <span className="sr-only">{reason}</span>
    </span>
  )
}
