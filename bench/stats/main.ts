import { spawnSync } from 'node:child_process'
import { jobs } from './jobs'
import { measure, type Measured } from './measure'

/**
 * Times the statistics against their targets: a table for people and, last, one line of JSON; exit 1 where a target is
 * missed. Each job runs in a process of its own, so that none warms up or fills the memory for another.
 */
const MOST_MB = 300

const [place, scale] = process.argv.slice(2).map(Number)
if (place === undefined || scale === undefined) process.exitCode = report()
else console.log(JSON.stringify(measure(jobAt(place).prepare(scale))))

function jobAt(job: number) {
  const found = jobs[job]
  if (!found) throw new Error(`There is no job ${job}.`)
  return found
}

function report(): number {
  const rows = jobs.map(({ what, target }, job) => {
    console.error(`· ${what}`)
    const once = inItsOwnProcess(job, 1)
    const tenfold = inItsOwnProcess(job, 10)
    const met = once.seconds <= target && once.peakMb <= MOST_MB
    return { what, target, ...once, ratio: once.seconds / target, tenfold: tenfold.seconds, met }
  })
  console.table(
    rows.map((row) => ({
      what: row.what,
      'target, s': row.target,
      'measured, s': row.seconds.toFixed(4),
      'of target': row.ratio.toFixed(2),
      'peak, MB': Math.round(row.peakMb),
      '10 × the data, s': row.tenfold.toFixed(4),
      'times as long': (row.tenfold / row.seconds).toFixed(1),
      met: row.met ? 'yes' : 'no',
    })),
  )
  console.log(
    `CPU seconds, warm, median of 5; peak memory at most ${MOST_MB} MB, the data and Node.js included.`,
  )
  console.log(JSON.stringify({ node: process.version, maxMb: MOST_MB, rows }))
  return rows.every(({ met }) => met) ? 0 : 1
}

function inItsOwnProcess(job: number, times: number): Measured {
  const program = process.argv[1] ?? ''
  const { status, stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, program, String(job), String(times)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (status !== 0) throw new Error(`The job ended with ${status}.`)
  return JSON.parse(stdout) as Measured
}
