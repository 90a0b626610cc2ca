import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishRelease } from '@/lib/data/releases/publish-release'
import { publishedRatingsFile, publishedReleaseFile } from '@/lib/data/releases/published'
import { ratingsFileName } from '@/lib/domain/leaderboard/release-content'
import { operator } from '@/lib/server/operator'
import { defineCommand, UsageError } from './command'
import { seedFrom } from './seed-flag'

const usage = 'publish <slug> --out <folder> [--seed <n>] [--waive GATE=REASON]…'

function waiversOf(flags: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    flags.map((flag) => {
      const [, gate, reason] = /^([^=]+)=(.+)$/s.exec(flag) ?? []
      if (gate === undefined || reason === undefined)
        throw new UsageError(`--waive takes GATE=REASON\n${usage}`)
      return [gate, reason]
    }),
  )
}

export const command = defineCommand({
  name: 'publish',
  usage,
  options: { out: { type: 'string' }, seed: { type: 'string' }, waive: { type: 'string', multiple: true } },
  async run({ values, positionals: [slug] }) {
    if (!slug || !values.out) throw new UsageError(usage)
    const seed = seedFrom(values.seed, usage)
    const waivers = waiversOf(values.waive ?? [])
    // A folder that cannot be made is found out before anything is frozen.
    await mkdir(values.out, { recursive: true })
    const { number, sha256 } = await publishRelease(await operator(), slug, { seed, waivers })
    const file = join(values.out, 'release.json')
    const ratingsFile = join(values.out, ratingsFileName)
    await writeFile(file, `${JSON.stringify(await publishedReleaseFile(slug, number), null, 2)}\n`)
    await writeFile(ratingsFile, (await publishedRatingsFile(slug, number)).csv)
    const json = { study: slug, release: number, file, ratingsFile, sha256 }
    return { json, text: `${slug}, release ${number}: ${file}, ${ratingsFile}\nsha256 ${sha256}` }
  },
})
