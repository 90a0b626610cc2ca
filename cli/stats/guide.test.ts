import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { command } from '@/cli/stats'
import { ratingsForReliability, spearmanBrown } from '@/lib/stats/agreement/spearman-brown'
import { bradleyTerry } from '@/lib/stats/comparisons/bradley-terry'
import { comparisonCounts } from '@/lib/stats/comparisons/comparison-counts'
import type { FittedPairs } from '@/lib/stats/comparisons/fit/fit-pairs'
import { sandwichErrors } from '@/lib/stats/comparisons/sandwich-errors'
import type { Figure } from '@/lib/stats/figure'
import { clopperPearsonInterval } from '@/lib/stats/intervals/clopper-pearson-interval'
import { clusterMean } from '@/lib/stats/intervals/cluster-mean'
import { pairedClusterBootstrap } from '@/lib/stats/intervals/paired-cluster-bootstrap'
import { wilsonInterval } from '@/lib/stats/intervals/wilson-interval'
import { rankRangesByOverlap } from '@/lib/stats/ranking/rank-range-by-overlap'
import { dawidSkene, errorRate } from '@/lib/stats/label-models/dawid-skene'
import { leaveOneOut } from '@/lib/stats/rater-models/leave-one-out'
import { mace } from '@/lib/stats/label-models/mace'
import { meanOpinionScores, type ItemScore } from '@/lib/stats/rater-models/mean-opinion-scores'
import { p913Scores } from '@/lib/stats/rater-models/p913-scores'
import { readComparisons } from './comparisons-input'
import { readGroups } from './groups-input'
import { Query } from './query'
import { readLabels, readRatings } from './ratings-input'

// docs/guide/statistics.md is read as it stands: blocks with a file name are files, console blocks are commands with
// what they print, and tables "in lib/stats" are figures of the library. The commands of the section on stats in
// docs/guide/command-line.md are run as well.

const root = join(import.meta.dirname, '../..')
const page = (name: string) => readFileSync(join(root, 'docs/guide', name), 'utf8')
const guide = page('statistics.md')
const [, onStats = ''] = page('command-line.md').split('\n## stats\n')
const folder = mkdtempSync(join(tmpdir(), 'mangping-guide-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Block = { language: string; file: string; body: string }

const blocksOf = (text: string) =>
  [...text.matchAll(/^```(\S*) ?(\S*)\n(.*?)^```$/gms)].map(
    ([, language = '', file = '', body = '']): Block => ({ language, file, body }),
  )

const blocks = blocksOf(guide)
for (const { file, body } of blocks) if (file !== '') writeFileSync(join(folder, file), body)

type Step = { line: string; printed: string[] }

/** The commands of a block: `$ ` starts one, `> ` goes on with it, and the rest is what it prints. */
function stepsOf({ body }: Block): Step[] {
  const steps: Step[] = []
  for (const line of body.trimEnd().split('\n')) {
    const step = steps.at(-1)
    if (line.startsWith('$ ')) steps.push({ line: line.slice(2), printed: [] })
    else if (line.startsWith('> ') && step) step.line += `\n${line.slice(2)}`
    else step?.printed.push(line)
  }
  return steps
}

const consoles = blocks.filter(({ language }) => language === 'console')
const steps = [...consoles, ...blocksOf(onStats)].flatMap(stepsOf)
const isOurs = ({ line }: Step) => line.startsWith('mangping ')
const isExitCode = ({ line }: Step) => line === 'echo $?'

const shell = (line: string) => execFileSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' })
const prepared = steps.filter((step) => !isOurs(step) && !isExitCode(step))
const preparedOutput = prepared.map(({ line }) => shell(line))

/** Commands whose exit code is asked for, with what it is; the others succeed. */
const refused = new Map(
  steps.flatMap((step, at) => {
    const before = steps[at - 1]
    return isExitCode(step) && before ? [[before.line, Number(step.printed[0])] as const] : []
  }),
)

const place = (word: string) => (/\.(csv|table)$/.test(word) ? join(folder, word) : word)
const argumentsOf = (line: string) => line.split(' ').slice(2)

/** What the command line prints and its exit code; refusals are worded there, so that they take the whole program. */
async function run(line: string): Promise<{ text: string; exit: number }> {
  const words = argumentsOf(line)
  const asked = words.filter((word) => word !== '--json').map(place)
  const outcome = await command.execute(asked).catch(() => null)
  if (outcome) {
    return { text: words.includes('--json') ? JSON.stringify(outcome.json) : outcome.text, exit: 0 }
  }
  const program = ['--import', 'tsx', join(root, 'cli/main.ts'), 'stats', ...asked]
  const { stderr, status } = spawnSync(process.execPath, program, { cwd: root, encoding: 'utf8' })
  return { text: stderr.replaceAll(`${folder}/`, ''), exit: status ?? -1 }
}

/** Compares line by line; `…` stands for lines left out. */
function expectLines(text: string, printed: readonly string[]): void {
  const lines = text.trimEnd().split('\n')
  if (!printed.includes('…')) {
    expect(lines).toEqual(printed)
    return
  }
  let from = 0
  for (const part of printed.join('\n').split(/\n?…\n?/)) {
    const wanted = part === '' ? [] : part.split('\n')
    const at = wanted.length === 0 ? from : lines.indexOf(wanted[0] ?? '', from)
    expect(lines.slice(Math.max(at, from), Math.max(at, from) + wanted.length)).toEqual(wanted)
    from = Math.max(at, from) + wanted.length
  }
}

describe('the guide to the statistics shows', () => {
  test.each(prepared.map(({ line, printed }, at) => ({ line, printed, at })))(
    'what the shell prints: $line',
    ({ printed, at }) => expectLines(preparedOutput[at] ?? '', printed.length > 0 ? printed : ['']),
  )

  test.each(steps.filter(isOurs))('what it prints: $line', async ({ line, printed }) => {
    const { text, exit } = await run(line)
    expect(exit).toBe(refused.get(line) ?? 0)
    if (!line.endsWith('--json')) return expectLines(text, printed)
    // Unrounded figures may differ in the last digit from engine to engine.
    expect(rounded(JSON.parse(text))).toEqual(rounded(JSON.parse(printed.join(''))))
  })
})

const rounded = (json: unknown): unknown =>
  JSON.parse(
    JSON.stringify(json, (_, value: unknown) => (typeof value === 'number' ? sixDigits(value) : value)),
  )

const sixDigits = (figure: number) => Number(figure.toPrecision(6))

const asked = (file: string) => new Query('guide', join(folder, file), {})
const known = ({ value }: Figure) => value ?? Number.NaN
const scoreOf = (item: ItemScore | undefined) => (item ? [known(item.score), known(item.se)] : [])

const { ratings: viewers, raters: viewerNames } = await readRatings(asked('viewers.csv'))
const { labels: patients } = await readLabels(asked('patients.csv'))
const { comparisons: duels } = await readComparisons(asked('duels.csv'))
const depression = await readGroups(asked('depression.csv'))

function fittedDuels(): FittedPairs {
  const fit = bradleyTerry(comparisonCounts(duels))
  if (fit.reason !== null) throw new Error(fit.reason)
  return fit
}

function againstOthers(name: string): number[] {
  const found = leaveOneOut(viewers)[viewerNames.indexOf(name)]
  if (!found) return []
  return [found.bias, found.meanAbsoluteDifference, found.pearson, found.spearman].map(known)
}

function sureDifference(method: 'percentile' | 'bca') {
  const [after = [], before = []] = depression.values
  const clusters = before.length
  const patientOf = before.map((_, patient) => patient)
  const first = clusterMean(patientOf, before, clusters)
  const second = clusterMean(patientOf, after, clusters)
  return pairedClusterBootstrap({ clusters, first, second, resamples: 1000, seed: 1, method })
}

function sandwich(): Float64Array | number[] {
  const robust = sandwichErrors(fittedDuels(), duels)
  return robust.reason === null ? robust.se : []
}

function errorsOfFirstRater(): number[] {
  const fit = dawidSkene(patients)
  if (fit.reason !== null) return []
  return [0, 1].map((label) => known(errorRate(fit, { rater: 0, label, truth: 0 })))
}

function competences(): number[] {
  const fit = mace(patients, { seed: 1 })
  return fit.reason === null ? fit.competence.map(known) : []
}

/** Each figure that the guide states of the library, by the words of the guide. */
const figures: Record<string, () => ArrayLike<number>> = {
  '`spearmanBrown(0.16574176841, 4)`': () => [known(spearmanBrown(0.16574176841, 4))],
  '`ratingsForReliability(0.5, 0.8)`': () => [known(ratingsForReliability(0.5, 0.8))],
  '`errorRate(dawidSkene(patients))`, rater 1, truth 1': errorsOfFirstRater,
  '`mace(patients)`, competence': competences,
  '`meanOpinionScores(viewers)`, clip 1': () => scoreOf(meanOpinionScores(viewers)[0]),
  '`p913Scores(viewers)`, clip 1': () => scoreOf(p913Scores(viewers).items[0]),
  '`p913Scores(viewers)`, raters rejected': () => [
    p913Scores(viewers).screening.rejected.filter(Boolean).length,
  ],
  '`leaveOneOut(viewers)`, H': () => againstOthers('H'),
  '`leaveOneOut(viewers)`, J': () => againstOthers('J'),
  '`bradleyTerry(duels).se`': () => fittedDuels().se,
  '`sandwichErrors(bradleyTerry(duels), duels).se`': sandwich,
  '`rankRangesByOverlap([0, 0.5, 2], [1, 1.5, 3])`': () =>
    rankRangesByOverlap([0, 0.5, 2], [1, 1.5, 3]).flat(),
  '`wilsonInterval(8, 10)`': () => wilsonInterval(8, 10),
  '`clopperPearsonInterval(8, 10)`': () => clopperPearsonInterval(8, 10),
  '`wilsonInterval(0, 10)`': () => wilsonInterval(0, 10),
  '`clopperPearsonInterval(0, 10)`': () => clopperPearsonInterval(0, 10),
  '`pairedClusterBootstrap(depression)`, difference': () => [known(sureDifference('percentile').difference)],
  '`pairedClusterBootstrap(depression)`, percentile': () => sureDifference('percentile').interval ?? [],
  '`pairedClusterBootstrap(depression)`, BCa': () => sureDifference('bca').interval ?? [],
}

const stated = [...guide.matchAll(/^\| in `lib\/stats` +\| figure +\|\n\|[-| ]+\|\n((?:\|.*\n)+)/gm)].flatMap(
  ([, rows = '']) =>
    rows
      .trimEnd()
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim()))
      .map(([, words = '', figure = '']) => ({ words, figure })),
)

describe('the guide to the statistics states', () => {
  test('each of these figures once', () =>
    expect(stated.map(({ words }) => words).toSorted()).toEqual(Object.keys(figures).toSorted()))

  test.each(stated)('$words as $figure', ({ words, figure }) => {
    const found = Array.from(figures[words]?.() ?? [], sixDigits)
    expect(found).toEqual(figure.split(', ').map(Number))
  })
})
