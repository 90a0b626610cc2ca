import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readRelease, verifyRelease, type Verification } from '@/lib/domain/leaderboard/verify-release'
import { UserError } from '@/lib/domain/user-error'
import { defineCommand, UsageError } from './command'

const usage = 'verify <release.json> [--ratings <file>]'

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => {
    throw new UserError('not_found', `There is no file ${path} that can be read.`)
  })
  return bytes.toString('utf8')
}

async function parsed(path: string): Promise<unknown> {
  const text = await textOf(path)
  try {
    return JSON.parse(text)
  } catch {
    throw new UserError('invalid', `${path} is not JSON.`)
  }
}

function sentence({ ok, cells, firstDifference }: Verification): string {
  if (ok || !firstDifference) return `verified: ${cells} cells recomputed, all as stated`
  const { file, path, stated, computed } = firstDifference
  return `NOT as stated: ${file}, ${path}: states ${JSON.stringify(stated)}, computed ${JSON.stringify(computed)}`
}

export const command = defineCommand({
  name: 'verify',
  usage,
  options: { ratings: { type: 'string' } },
  async run({ values, positionals: [path] }) {
    if (!path) throw new UsageError(usage)
    const release = await parsed(path)
    const releaseFileName = basename(path)
    // Only a name: a release cannot point anywhere else than beside itself.
    const named = basename(readRelease(release, releaseFileName).content.ratings.name)
    const ratingsCsv = await textOf(values.ratings ?? join(dirname(path), named))
    const sha256 = async (text: string) => createHash('sha256').update(text).digest('hex')
    const verification = await verifyRelease({ releaseFileName, release, ratingsCsv, sha256 })
    return { json: verification, text: sentence(verification), exit: verification.ok ? 0 : 1 }
  },
})
