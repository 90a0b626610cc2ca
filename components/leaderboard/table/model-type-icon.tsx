const shapes: Record<string, string> = {
  chat: 'M2 3h10v6H6l-3 3V9H2z',
  pretrained: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z',
  continued: 'M7 2.5a4.5 4.5 0 1 0 4.5 4.5M7 2.5h4.5V7',
  'fine-tuned': 'M7 2l5 5-5 5-5-5z',
  merge: 'M2 3h3l4 8h3M2 11h3l4-8h3',
  human: 'M7 2a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5zM2 13c0-6 10-6 10 0',
  unknown: 'M3 7h8',
}

/** The kind of model as a shape in ink, never as a colour. */
export function ModelTypeIcon({ type, label }: { type: string; label: string }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      role="img"
      aria-label={label}
      className="shrink-0 text-ink-2"
    >
      <title>{label}</title>
      <path d={shapes[type] ?? shapes['unknown']} fill="none" stroke="currentColor" />
    </svg>
  )
}
