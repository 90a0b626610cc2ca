import { useFormatter, useTranslations } from 'next-intl'
import { useValueWords } from './value-words'

export const detailNames = [
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
  'knewRatings',
  'knewRater',
  'revision',
  'waived',
  'ratings',
  'reopened',
  'cells',
  'by',
  'cause',
  'before',
  'needsInspection',
  'appealsWaiting',
  'lotsFormed',
  'acceptLeaks',
  'lot',
  'class',
  'outcome',
  'units',
  'level',
  'rater',
  'act',
  'attempt',
  'inside',
  'biasSteps',
  'reused',
  'risk',
  'anchors',
  'replaced',
  'version',
  'opened',
  'withdrawn',
  'settledAnew',
  'what',
  'format',
  'rows',
  'sealed',
  'state',
  'slug',
  'prompts',
  'models',
  'outputs',
  'affiliationId',
] as const

/** What a record says beside who, what and when; lists of ids are left to the export. */
export function useDetailWords(): (detail: Record<string, unknown>) => string {
  const t = useTranslations('audit.details')
  const format = useFormatter()
  const wordOf = useValueWords()
  const nameOf = (name: string) => {
    const key = detailNames.find((each) => each === name)
    return key ? t(key) : name
  }
  const numberOf = (value: number) =>
    Number.isInteger(value) ? String(value) : format.number(value, { maximumFractionDigits: 3 })
  return (detail) =>
    Object.entries(detail)
      .flatMap(([name, value]) => {
        if (value === true) return [nameOf(name)]
        if (typeof value === 'number') return [`${nameOf(name)} ${numberOf(value)}`]
        const text = shown(value, (word) => wordOf(name, word))
        return text ? [`${nameOf(name)} ${text}`] : []
      })
      .join(' · ')
}

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const sha256 = /^[0-9a-f]{64}$/

function shown(value: unknown, wordOf: (text: string) => string): string {
  if (value === null || value === false || Array.isArray(value)) return ''
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, text]) => `${wordOf(key)}: ${text}`)
      .join(', ')
  const text = String(value)
  if (sha256.test(text)) return `${text.slice(0, 12)}…`
  if (id.test(text)) return `${text.slice(0, 8)}…`
  return text.length > 120 ? `${text.slice(0, 119)}…` : wordOf(text)
}
