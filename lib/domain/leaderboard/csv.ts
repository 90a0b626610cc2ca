/**
 * Spreadsheets run a cell that starts with one of these as a formula; the full-width forms are turned into the plain
 * ones by some. Such a text gets an apostrophe in front, and so does one that starts with apostrophes before it: hence
 * taking one apostrophe away always gives back what was written.
 */
const startsFormula = /^'*[=+\-@\t\r\n＝＋－＠]/
const wasDefused = /^'+[=+\-@\t\r\n＝＋－＠]/

export const defused = (text: string): string => (startsFormula.test(text) ? `'${text}` : text)
export const undefused = (text: string): string => (wasDefused.test(text) ? text.slice(1) : text)

export type CsvValue = string | number | boolean | null

/** One cell (RFC 4180): missing is empty, numbers and truth values stand as they are, texts are defused. */
function csvCell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = defused(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line with its line feed. UTF-8 without a byte order mark is for the writer of the file. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\n`
}
