import { csvLine, type CsvValue } from '@/lib/domain/leaderboard/csv'

export type ExportFormat = 'csv' | 'jsonl'

/** Where an export goes, piece by piece; a slow taker slows the export down instead of filling memory. */
export type Sink = (text: string) => Promise<void> | void

/** Writes rows in one of the formats: JSON lines say what they mean, CSV is made safe for spreadsheets. */
export function lineWriter<Column extends string>(format: ExportFormat, columns: readonly Column[]) {
  return {
    header: format === 'csv' ? csvLine(columns) : '',
    line: (row: Record<Column, CsvValue>): string =>
      format === 'csv'
        ? csvLine(columns.map((column) => row[column]))
        : `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column]])))}\n`,
  }
}
