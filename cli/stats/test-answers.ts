import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect } from 'vitest'
import { command } from '@/cli/stats'
import type { Answer } from './answer'

export const folder = mkdtempSync(path.join(tmpdir(), 'mangping-stats-'))
afterAll(() => rmSync(folder, { recursive: true }))

export function written(text: string | Uint8Array, name = 'ratings.csv'): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

/** Rows of item, rater and value, with their header. */
export const ratings = (rows: string) => written(`item,rater,value\n${rows}`)

export async function answered(measure: string, ...words: string[]): Promise<Answer> {
  const { json, exit = 0 } = await command.execute([measure, ...words])
  expect(exit).toBe(0)
  return json as Answer
}

/** Where a refusal points: row, column, what came. */
export const refused = (row: number | null, field: string | null, got?: string | null) => ({
  code: 'invalid',
  more: { problems: [expect.objectContaining({ row, field, ...(got !== undefined && { got }) })] },
})
