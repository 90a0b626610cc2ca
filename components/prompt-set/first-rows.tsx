import { useTranslations } from 'next-intl'
import { Section } from '@/components/study/section'
import { TableFrame } from '@/components/ui/data-table'
import type { ImportPreview } from '@/lib/domain/bundle/import-view'

type Props = { prompts: ImportPreview['firstPrompts']; outputs: ImportPreview['firstOutputs'] }

/** The first prompts and outputs, so that mixed-up columns and encodings show themselves. */
export function FirstRows({ prompts, outputs }: Props) {
  const t = useTranslations('import.preview')
  return (
    <Section title={t('firstRows')}>
      <TableFrame label={t('firstPrompts')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('prompt')}</th>
              <th scope="col">{t('text')}</th>
              <th scope="col" className="num">
                {t('turns')}
              </th>
              <th scope="col">{t('abilities')}</th>
              <th scope="col">{t('language')}</th>
            </tr>
          </thead>
          <tbody>
            {prompts.map((prompt) => (
              <tr key={prompt.id}>
                <th scope="row">{prompt.id}</th>
                <td className="min-w-64">{prompt.text}</td>
                <td className="num">{prompt.turns}</td>
                <td>{prompt.abilities.join(' · ') || '–'}</td>
                <td>{prompt.language}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <TableFrame label={t('firstOutputs')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('prompt')}</th>
              <th scope="col">{t('model')}</th>
              <th scope="col">{t('output')}</th>
            </tr>
          </thead>
          <tbody>
            {outputs.map((output, index) => (
              <tr key={index}>
                <th scope="row">{output.prompt}</th>
                <td>{output.model}</td>
                <td className="min-w-64">{output.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  )
}
