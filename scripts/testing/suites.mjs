import { ensureBrowser } from '../set-up/browser.mjs'
import { buildSite } from '../set-up/build.mjs'
import { generateClient } from '../set-up/generate.mjs'
import { endRunning, mustRun, step, typescript } from '../set-up/run.mjs'
import { openDatabase, openHouse } from './house.mjs'
import { runPlaywright, runVitest } from './runners.mjs'
import { openScratch } from './scratch.mjs'
import { inWords, single, sum } from './tally.mjs'

/** Opens a house for one suite and closes it again. */
async function inHouse(scratch, name, work) {
  const house = await openHouse(scratch, name)
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}

const inBrowser = (scratch, project, { only, audit = 'short' } = {}) =>
  inHouse(scratch, project, ({ env }) => {
    const told = { ...env, MANGPING_AUDIT: audit }
    return runPlaywright(project, { folder: scratch.folder, env: told, only })
  })

/** What cannot even begin counts as one failure, so that the last line tells the whole truth. */
const counted = (work) =>
  work.catch((error) => {
    console.error(error.message)
    return single(false)
  })

const built = () => counted(buildSite().then(() => single(true)))

const suites = {
  async test(scratch, words) {
    const wanted = (project) => words.length === 0 || words.includes(project)
    const inBrowsers = ['e2e', 'audits'].filter(wanted)
    const { forPrograms: env } = await openDatabase(scratch, 'data')
    const vitest = async (project) =>
      wanted(project) ? [await runVitest(project, { folder: scratch.folder, env })] : []
    // The data tests wait for PostgreSQL most of the time: what needs only a processor runs beside them.
    const besides = async () => [...(await vitest('unit')), ...(inBrowsers.length > 0 ? [await built()] : [])]
    const [data, beside] = await Promise.all([vitest('data'), besides()])
    const tallies = [...data, ...beside]
    if (inBrowsers.length === 0 || tallies.at(-1).failed > 0) return tallies
    for (const project of inBrowsers) tallies.push(await inBrowser(scratch, project))
    return tallies
  },
  async audit(scratch, only) {
    await buildSite()
    return [await counted(inBrowser(scratch, 'audits', { only, audit: 'full' }))]
  },
  async bench(scratch, words) {
    await buildSite()
    await inHouse(scratch, 'bench', ({ env }) =>
      mustRun('The benchmark', [...typescript('bench/main.ts'), ...words], { env }),
    )
    return []
  },
}

/** Runs one of the suites on a PostgreSQL of its own; resolves to the exit code. The last line is the tally. */
export async function runSuite(name, words) {
  await generateClient()
  process.env.CHROMIUM_PATH = await ensureBrowser()
  const scratch = await step('Starting PostgreSQL for the tests', openScratch)
  process.env.MANGPING_SCRATCH = scratch.folder
  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.once(signal, () => {
        endRunning()
        resolve(null)
      })
    }
  })
  try {
    const tallies = await Promise.race([suites[name](scratch, words), ended])
    if (!tallies) return 1
    const total = sum(tallies)
    // Named once more at the end: of a long log often only the end is kept.
    for (const failure of total.failures) console.log(`failed: ${failure}`)
    if (tallies.length > 0) console.log(inWords(total))
    return total.failed > 0 || (tallies.length > 0 && total.passed === 0) ? 1 : 0
  } finally {
    await scratch.close()
  }
}
