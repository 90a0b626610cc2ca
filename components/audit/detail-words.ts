import { useTranslations } from 'next-intl'

const known = [
  'role',
  'added',
  'tasks',
  'seed',
  'number',
  'sha256',
  'agreedScores',
  'needsArbitration',
  'leasesEnded',
  'resumed',
  'reason',
  'revision',
  'waived',
  'ratings',
  'reopened',
  'cells',
  'by',
  'cause',
  'before',
] as const

/** What a record says beside who, what and when; lists of ids are left to the export. */
export function useDetailWords(): (detail: Record<string, unknown>) => string {
  const t = useTranslations('audit.details')
  const wordFor = (name: string) => {
    const key = known.find((each) => each === name)
    return key ? t(key) : name
  }
  return (detail) =>
    Object.entries(detail)
      .flatMap(([name, value]) => {
        const text = shown(name, value)
        return text ? [`${wordFor(name)} ${text}`] : []
      })
      .join(' · ')
}

function shown(name: string, value: unknown): string {
  if (value === null || Array.isArray(value)) return ''
  if (value === true) return '✓'
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, text]) => `${key}: ${text}`)
      .join(', ')
  const text = String(value)
  if (name === 'sha256') return `${text.slice(0, 12)}…`
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
