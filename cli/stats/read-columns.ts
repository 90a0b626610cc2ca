import { ProblemList, shown } from '@/lib/domain/bundle/problem-list'
import { UserError } from '@/lib/domain/user-error'
import { NameColumn, NumberColumn } from './columns'
import { csvRecords } from './csv-records'

/** What a measure reads: names (several columns make one name), numbers, or one of a few words. */
export type Wanted = {
  names: Record<string, readonly string[]>
  /** Keys of `names` that are left out where the file has no such column. */
  optional?: readonly string[]
  numbers: Record<string, string>
  words: Record<string, { column: string; among: readonly string[] }>
  /** Only rows in which each of these columns has this value. */
  where: readonly { column: string; value: string }[]
  /** A row in which this column is empty is a missing rating and is left out. */
  missing: readonly string[]
}

export type Columns = {
  /** Names in order, and the place of each row's name among them. */
  names: Record<string, { names: string[]; place: Int32Array }>
  numbers: Record<string, Float64Array>
  /** Row of the file that each row kept stood in; the header is row 1. */
  row: Float64Array
}

/**
 * Reads the columns that a measure needs, row by row.
 *
 * @throws UserError `invalid` with each row that is wrong, up to 100, then their number
 */
export async function readColumns(file: string, wanted: Wanted): Promise<Columns> {
  const reading = new Reading(file, wanted)
  for await (const record of csvRecords(file)) reading.take(record)
  return reading.end()
}

/** As people write numbers; neither hexadecimal nor infinite. */
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** A part of a name of several parts, so that "x,y" with z and x with "y,z" stay two. */
const quoted = (part: string) => (/[",]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)

class Reading {
  readonly #problems = new ProblemList()
  #names: [string, NameColumn][]
  readonly #numbers: [string, NumberColumn][]
  readonly #rows = new NumberColumn()
  #place: Map<string, number> | null = null
  #width = 0
  #row = 0

  constructor(
    readonly file: string,
    readonly wanted: Wanted,
  ) {
    this.#names = [...Object.keys(wanted.names), ...Object.keys(wanted.words)].map((key) => [
      key,
      new NameColumn(),
    ])
    this.#numbers = Object.keys(wanted.numbers).map((key) => [key, new NumberColumn()])
  }

  take(record: string[]): void {
    this.#row += 1
    if (this.#row === 1) this.#readHeader(record)
    else if (this.#place) this.#readRow(record, this.#place)
  }

  end(): Columns {
    if (this.#row === 0) this.#wrong(null, null, 'a header and rows')
    const { count, listed } = this.#problems
    if (count > 0) {
      const told = `${this.file} has ${count === 1 ? 'a problem' : `${count} problems`}.`
      throw new UserError('invalid', told, { problems: listed, problemCount: count })
    }
    return {
      names: Object.fromEntries(this.#names.map(([key, column]) => [key, column.sorted()])),
      numbers: Object.fromEntries(this.#numbers.map(([key, column]) => [key, column.values()])),
      row: this.#rows.values(),
    }
  }

  #readHeader(header: string[]): void {
    const { names, numbers, words, where, optional = [] } = this.wanted
    const isAbsent = (key: string) =>
      optional.includes(key) && (names[key] ?? []).some((column) => !header.includes(column))
    this.#names = this.#names.filter(([key]) => !isAbsent(key))
    const needed = [
      ...this.#names.flatMap(([key]) => names[key] ?? []),
      ...Object.values(numbers),
      ...Object.values(words).map(({ column }) => column),
      ...where.map(({ column }) => column),
    ]
    for (const column of new Set(needed)) {
      const times = header.filter((name) => name === column).length
      if (times === 1) continue
      const got = times === 0 ? header.join(',') : `${times} columns ${column}`
      const separated = header.length === 1 && /[;\t]/.test(got) ? ', columns separated by commas' : ''
      this.#wrong(column, got, `a column ${column}${separated}`)
    }
    this.#width = header.length
    if (this.#problems.count === 0) this.#place = new Map(header.map((name, place) => [name, place]))
  }

  #readRow(record: string[], place: Map<string, number>): void {
    if (record.length !== this.#width) {
      this.#wrong(null, `${record.length} values`, `${this.#width}, one for each column`)
      return
    }
    const at = (column: string) => record[place.get(column) ?? 0] ?? ''
    if (this.wanted.where.some(({ column, value }) => at(column) !== value)) return
    if (this.wanted.missing.some((column) => at(column) === '')) return
    const before = this.#problems.count
    const names = this.#names.map(([key]) => this.#nameOf(key, at))
    const numbers = this.#numbers.map(([key]) => this.#numberOf(this.wanted.numbers[key] ?? key, at))
    if (this.#problems.count > before) return
    names.forEach((name, column) => this.#names[column]?.[1].push(name))
    numbers.forEach((number, column) => this.#numbers[column]?.[1].push(number))
    this.#rows.push(this.#row)
  }

  #nameOf(key: string, at: (column: string) => string): string {
    const word = this.wanted.words[key]
    if (word) {
      const text = at(word.column)
      if (!word.among.includes(text)) this.#wrong(word.column, text, word.among.join(', '))
      return text
    }
    const columns = this.wanted.names[key] ?? []
    for (const column of columns) if (at(column) === '') this.#wrong(column, null, 'a name')
    return columns.length === 1 ? at(columns[0] ?? '') : columns.map((column) => quoted(at(column))).join(',')
  }

  #numberOf(column: string, at: (column: string) => string): number {
    const text = at(column)
    const number = Number(text)
    if (!decimal.test(text) || !Number.isFinite(number)) this.#wrong(column, text || null, 'a number')
    return number
  }

  #wrong(field: string | null, got: string | null, expected: string): void {
    const row = this.#row === 0 ? null : this.#row
    this.#problems.add({ file: this.file, row, field, got: shown(got ?? undefined), expected })
  }
}
