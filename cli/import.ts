import { withBundleAt } from '@/lib/data/bundles/open-bundle'
import { operator } from '@/lib/server/operator'
import { importBundle, type ImportedBundle } from '@/worker/import-bundle'
import { defineCommand, UsageError } from './command'
import { plainProblems } from './problems'

const usage = 'import <bundle> [--dry-run] [--json]   a folder or a .zip'

/** Messages go to stderr; on a terminal one line counts up. */
function tellProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${total}${done === total ? '\n' : ''}`)
}

function summary({ bundle, stored }: ImportedBundle) {
  const { counts, warnings } = bundle.preview
  return {
    study: bundle.plan.slug,
    created: stored?.created ?? false,
    counts,
    warnings: plainProblems(warnings),
    problems: [],
    problemCount: 0,
  }
}

function sentence({ bundle, stored }: ImportedBundle): string {
  const { counts, warnings } = bundle.preview
  const what = `${bundle.plan.slug}: ${counts.prompts} prompts, ${counts.models} models, ${counts.outputs} outputs`
  const outcome = stored
    ? stored.created
      ? 'imported'
      : 'there already, nothing changed'
    : 'sound, nothing saved (dry run)'
  const noted = warnings.map(
    ({ file, row, field, got, expected }) =>
      `warning: ${[file, row, field].filter((part) => part !== null).join(', ')}: ${got ?? 'nothing'}; expected ${expected}`,
  )
  return [`${what}; ${outcome}`, ...noted].join('\n')
}

export const command = defineCommand({
  name: 'import',
  usage,
  options: { 'dry-run': { type: 'boolean' } },
  async run({ values, positionals }) {
    const [place, ...more] = positionals
    if (!place || more.length > 0) throw new UsageError(usage)
    const admin = await operator()
    const imported = await withBundleAt(place, (files) =>
      importBundle(admin, files, { dryRun: values['dry-run'] ?? false, onProgress: tellProgress }),
    )
    return { json: summary(imported), text: sentence(imported) }
  },
})
