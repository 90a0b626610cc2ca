import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { mustMangping } from './support/mangping'
import { hasRealPrompts, isPartA, writeRealBundle } from './support/real-prompts'
import { recomputeBoard } from './support/recompute'

type Imported = {
  study: string
  created: boolean
  counts: { prompts: number; models: number; outputs: number }
}
type Row = { model: string; score: number; abilities: Record<string, { score: number; n: number }> }
type Board = { rows: Row[] }
type Status = { state: string; tasks: number; complete: number; needsArbitration: number }

const folder = mkdtempSync(path.join(tmpdir(), 'mangping-real-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))
test.beforeAll(() => {
  if (!hasRealPrompts())
    console.log('The real prompts do not lie beside this checkout: the study of real texts is left out.')
})
const real = hasRealPrompts() ? test : test.fixme

/** Seconds from the start of the process to its end. */
async function timedImport(slug: string): Promise<{ seconds: number; bundle: string }> {
  const bundle = writeRealBundle({ folder: path.join(folder, slug), slug, name: 'All real prompts' })
  const start = performance.now()
  const { counts } = await mustMangping<Imported>(['import', bundle])
  const seconds = (performance.now() - start) / 1000
  console.log(
    `imported ${counts.outputs} outputs in ${seconds.toFixed(1)} s, the start of the process included`,
  )
  expect(counts).toMatchObject({ prompts: 350, outputs: 1479 })
  return { seconds, bundle }
}

real('350 real prompts and 1,479 outputs are imported in at most 5 seconds', async () => {
  const { seconds, bundle } = await timedImport('real-all')
  expect(await mustMangping<Imported>(['import', bundle])).toMatchObject({ created: false })
  // What else the machine does can only make it slower: the fastest of up to three tells how long it takes.
  const times = [seconds]
  while (Math.min(...times) >= 5 && times.length < 3)
    times.push((await timedImport(`real-all-${times.length + 1}`)).seconds)
  expect(Math.min(...times)).toBeLessThan(5)
})

real(
  'part A is rated by three raters over HTTP, and its release equals an independent recomputation',
  async () => {
    test.setTimeout(300_000)
    const slug = 'real-a'
    const bundle = writeRealBundle({
      folder: path.join(folder, 'a'),
      slug,
      name: 'Real prompts, part A',
      keep: isPartA,
    })
    await mustMangping(['import', bundle])
    await mustMangping(['study', slug, 'open'])
    const simulated = await mustMangping<{ ratings: number }>([
      'simulate',
      slug,
      '--raters',
      '3',
      '--profile',
      'careful:3',
      '--seed',
      '3',
    ])
    expect(simulated.ratings).toBe(600)
    const closed = await mustMangping<Status>(['study', slug, 'close'])
    expect(closed).toMatchObject({ tasks: 200, complete: 200 })
    await mustMangping(['study', slug, 'unseal', '--reason', 'a test without arbiters'])

    const board = await mustMangping<Board>(['leaderboard', slug, '--seed', '11'])
    const csv = path.join(folder, 'ratings.csv')
    await mustMangping(['export', slug, '--what', 'ratings', '--format', 'csv', '--out', csv])
    const prompts = readFileSync(path.join(bundle, 'prompts.jsonl'), 'utf8').trim().split('\n')
    const abilitiesOf = new Map(
      prompts
        .map((line) => JSON.parse(line) as { id: string; abilities: string[] })
        .map((prompt) => [prompt.id, prompt.abilities[0] ?? '']),
    )
    const [header] = readFileSync(csv, 'utf8').split('\n')
    expect(header).toContain('rating_id,revision,assignment_id')
    const criteria = [
      ...new Set(
        readFileSync(csv, 'utf8')
          .split('\n')
          .slice(1)
          .filter(Boolean)
          .map((line) => line.split(',')[9] ?? ''),
      ),
    ]
    const again = recomputeBoard(
      csv,
      abilitiesOf,
      criteria.map((criterion) => ({ criterion, weight: 1 })),
    )

    expect(board.rows).toHaveLength(4)
    for (const row of board.rows) {
      expect(Object.keys(row.abilities)).toHaveLength(10)
      expect(Math.abs(row.score - (again.totals.get(row.model) ?? Number.NaN))).toBeLessThan(1e-9)
      for (const [ability, cell] of Object.entries(row.abilities)) {
        expect(
          Math.abs(cell.score - (again.byAbility.get(row.model)?.get(ability) ?? Number.NaN)),
        ).toBeLessThan(1e-9)
      }
    }
    const waivers = ['--waive', 'arbitration=a test without arbiters']
    const out = path.join(folder, 'release')
    const one = await mustMangping<{ sha256: string; file: string }>([
      'publish',
      slug,
      '--out',
      out,
      '--seed',
      '11',
      ...waivers,
    ])
    const two = await mustMangping<{ sha256: string }>([
      'publish',
      slug,
      '--out',
      path.join(folder, 'again'),
      '--seed',
      '11',
      ...waivers,
    ])
    expect(two.sha256).toBe(one.sha256)
    expect(await mustMangping(['verify', one.file])).toMatchObject({ ok: true, firstDifference: null })
  },
)
