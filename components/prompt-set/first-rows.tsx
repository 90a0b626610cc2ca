import { useTranslations } from 'next-intl'
import { Section } from '@/components/study/section'
import { DataTable } from '@/components/ui/data-table'
import type { ImportPreview } from '@/lib/domain/bundle/import-view'

type Props = { prompts: ImportPreview['firstPrompts']; outputs: ImportPreview['firstOutputs'] }

/** The first prompts and outputs, so that mixed-up columns and encodings show themselves. */
export function FirstRows({ prompts, outputs }: Props) {
  const t = useTranslations('import.preview')
  return (
    <Section title={t('firstRows')}>
      <DataTable
        label={t('firstPrompts')}
        columns={[
          { head: t('prompt') },
          { head: t('text') },
          { head: t('turns'), figures: true },
          { head: t('abilities') },
          { head: t('language') },
        ]}
      >
        {prompts.map((prompt) => (
          <tr key={prompt.id}>
            <th scope="row">{prompt.id}</th>
            <td className="min-w-64">{prompt.text}</td>
            <td className="num">{prompt.turns}</td>
            <td>{prompt.abilities.join(' · ') || '–'}</td>
            <td>{prompt.language}</td>
          </tr>
        ))}
      </DataTable>
      <DataTable
        label={t('firstOutputs')}
        columns={[{ head: t('prompt') }, { head: t('model') }, { head: t('output') }]}
      >
        {outputs.map((output, index) => (
          <tr key={index}>
            <th scope="row">{output.prompt}</th>
            <td>{output.model}</td>
            <td className="min-w-64">{output.text}</td>
          </tr>
        ))}
      </DataTable>
    </Section>
  )
}
