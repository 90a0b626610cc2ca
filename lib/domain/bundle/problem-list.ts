import type { Problem } from '@/lib/domain/user-error'
import { problemOf, type Finding } from './said'

const listedAtMost = 100

/** Collects everything that is wrong: the first hundred in full, then a count. */
export class ProblemList {
  readonly listed: Problem[] = []
  count = 0
  readonly #said = new Set<string>()

  add(found: Finding): void {
    this.count += 1
    if (this.listed.length < listedAtMost) this.listed.push(problemOf(found))
  }

  /** For what would be said again on every row. */
  addOnce(key: string, found: Finding): void {
    if (this.#said.has(key)) return
    this.#said.add(key)
    this.add(found)
  }
}

/** Where the rows of one file report to. */
export type Report = {
  file: string
  /** Set where the rest of the file could not be read. */ cutShort?: boolean
  problems: ProblemList
  warnings: ProblemList
  unsupported: ProblemList
}

/** What came, short enough to be read in a sentence. */
export function shown(value: unknown): string | null {
  if (value === undefined) return null
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const clean = text.toWellFormed().replaceAll('\0', '␀')
  return clean.length > 80 ? `${clean.slice(0, 79).toWellFormed()}…` : clean
}
