import { useTranslations } from 'next-intl'
import { Section } from '@/components/study/section'
import { exampleBundle } from './example-bundle'

/** What belongs into a bundle, with a small example to copy or to save. */
export function BundleGuide() {
  const t = useTranslations('import.guide')
  return (
    <Section title={t('title')} note={t('note')}>
      <div className="divide-y divide-line border border-line bg-sheet">
        {exampleBundle.map(({ part, name, text, type }) => (
          <details key={name} className="px-4 py-2">
            <summary className="text-13">
              <span className="font-mono font-medium">{name}</span>{' '}
              <span className="text-ink-2">{t(`files.${part}`)}</span>
            </summary>
            <pre
              tabIndex={0}
              aria-label={name}
              className="my-2 overflow-x-auto border border-line bg-well p-3 font-mono text-12"
            >
              {text}
            </pre>
            <a
              className="link text-13"
              download={name}
              href={`data:${type};charset=utf-8,${encodeURIComponent(text)}`}
            >
              {t('save', { name })}
            </a>
          </details>
        ))}
      </div>
    </Section>
  )
}
