import type { CoverageRow } from './claims'

/**
 * Markdown tables: a line per figure, a column per setting, in each cell the coverage in percent by the methods that the
 * heading names, in their order.
 */
export function coverageReport(rows: readonly CoverageRow[]): string {
  return distinct(rows.map(({ table }) => table))
    .map((table) => {
      const ofTable = rows.filter((row) => row.table === table)
      const methods = distinct(ofTable.map(({ method }) => method))
      return `${table}: ${methods.join(' · ')}\n\n${tableOf(ofTable, methods)}\n`
    })
    .join('\n')
}

function tableOf(rows: readonly CoverageRow[], methods: readonly string[]): string {
  const settings = distinct(rows.map(({ setting }) => setting))
  const lines = distinct(rows.map(({ figure }) => figure)).map((figure) => [
    figure,
    ...settings.map((setting) =>
      cellOf(
        methods,
        rows.filter((row) => row.figure === figure && row.setting === setting),
      ),
    ),
  ])
  return aligned([['', ...settings], ...lines])
}

function cellOf(methods: readonly string[], rows: readonly CoverageRow[]): string {
  if (rows.length === 0) return ''
  const percent = (share: number) => (100 * share).toFixed(1)
  return methods
    .map((method) => {
      const row = rows.find((each) => each.method === method)
      if (!row) return '–'
      return percent(row.covered) + (row.none > 0 ? ` (none ${percent(row.none)})` : '')
    })
    .join(' · ')
}

const distinct = (names: readonly string[]) => [...new Set(names)]

function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(3, ...lines.map((line) => (line[column] ?? '').length)),
  )
  const written = lines.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [written[0], rule, ...written.slice(1)].join('\n')
}
