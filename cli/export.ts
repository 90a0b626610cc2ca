import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { exportAgreed } from '@/lib/data/exports/export-agreed'
import { exportRatings } from '@/lib/data/exports/export-ratings'
import type { ExportFormat } from '@/lib/data/exports/lines'
import { operator } from '@/lib/server/operator'
import { defineCommand, UsageError } from './command'

const usage = 'export <slug> --what ratings|agreed --format csv|jsonl --out <file>'

const exports = { ratings: exportRatings, agreed: exportAgreed }

/** Writes beside the target first: a file that is there is a whole one. */
async function written(out: string, run: (sink: (text: string) => Promise<void>) => Promise<number>) {
  const part = `${out}.part`
  const hash = createHash('sha256')
  const file = await open(part, 'w')
  try {
    const rows = await run(async (text) => {
      hash.update(text)
      await file.appendFile(text)
    })
    await file.close()
    await rename(part, out)
    return { file: out, rows, sha256: hash.digest('hex') }
  } catch (error) {
    await file.close()
    await rm(part, { force: true })
    throw error
  }
}

function oneOf<Word extends string>(words: readonly Word[], flag: string): Word {
  const found = words.find((word) => word === flag)
  if (!found) throw new UsageError(usage)
  return found
}

export const command = defineCommand({
  name: 'export',
  usage,
  options: {
    what: { type: 'string', default: 'ratings' },
    format: { type: 'string', default: 'csv' },
    out: { type: 'string' },
  },
  async run({ values, positionals: [slug] }) {
    const { out } = values
    if (!slug || !out) throw new UsageError(usage)
    const run = exports[oneOf(['ratings', 'agreed'], values.what)]
    const format: ExportFormat = oneOf(['csv', 'jsonl'], values.format)
    const admin = await operator()
    const json = await written(out, (sink) => run(admin, slug, { format, sink }))
    return { json, text: `${json.file}: ${json.rows} rows, sha256 ${json.sha256}` }
  },
})
