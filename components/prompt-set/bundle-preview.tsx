import { useLocale, useTranslations } from 'next-intl'
import { Facts } from '@/components/study/facts'
import { Section } from '@/components/study/section'
import { DataTable } from '@/components/ui/data-table'
import type { ImportPreview } from '@/lib/domain/bundle/import-view'
import { inLocale } from '@/lib/domain/in-locale'
import { AbilityTree } from './ability-tree'
import { FirstRows } from './first-rows'

/** What I see: how much there is of what, the models, the abilities, the first rows. */
export function BundlePreview({ preview }: { preview: ImportPreview }) {
  const t = useTranslations('import.preview')
  const { counts, study } = preview
  const locale = useLocale()
  const shown = [counts.prompts, counts.models, counts.outputs]
  const facts = [
    ...(['prompts', 'models', 'outputs'] as const).map((name, index) => ({
      name: t(name),
      value: t('count', { count: shown[index] ?? 0 }),
    })),
    ...(study
      ? [
          {
            name: t('presentation'),
            value: t(`presentations.${study.presentation === 'single' ? 'single' : 'sheet'}`),
          },
          { name: t('k'), value: study.ratingsPerTask },
          { name: t('criteria'), value: study.criteria.map((name) => inLocale(name, locale)).join(' · ') },
        ]
      : []),
  ]
  return (
    <>
      {study ? (
        <p className="text-13 text-ink-2">
          <span className="text-14 font-medium text-ink">{study.name}</span> {study.slug}
        </p>
      ) : null}
      <Facts label={t('title')} facts={facts} />
      <div className="grid gap-x-6 lg:grid-cols-[1fr_20rem]">
        <Section title={t('models')}>
          <Models models={preview.models} />
        </Section>
        <Section title={t('abilities')}>
          <div className="max-h-96 overflow-y-auto border border-line bg-sheet px-4 py-2">
            {preview.abilities.length === 0 ? (
              <p className="text-13 text-ink-2">{t('noAbilities')}</p>
            ) : (
              <AbilityTree abilities={preview.abilities} />
            )}
          </div>
        </Section>
      </div>
      <FirstRows prompts={preview.firstPrompts} outputs={preview.firstOutputs} />
    </>
  )
}

function Models({ models }: { models: ImportPreview['models'] }) {
  const t = useTranslations('import.preview')
  return (
    <DataTable
      label={t('models')}
      className="max-h-96 overflow-y-auto"
      columns={[
        { head: t('model') },
        { head: t('organization') },
        { head: t('kind') },
        { head: t('outputs'), figures: true },
      ]}
    >
      {models.map((model) => (
        <tr key={model.id}>
          <th scope="row">
            {model.name} <span className="text-12 font-normal text-ink-3">{model.id}</span>
          </th>
          <td>{model.organization ?? '–'}</td>
          <td>{t(`kinds.${model.kind}`)}</td>
          <td className="num">{model.outputs}</td>
        </tr>
      ))}
    </DataTable>
  )
}
