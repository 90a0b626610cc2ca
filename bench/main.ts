import { writeFileSync } from 'node:fs'
import { benchChecks } from './checks'
import { benchDesk } from './desk'
import { benchExclusion } from './exclusion'
import { benchImport } from './import'
import { benchMemory } from './memory'
import { benchMonitors } from './monitors'
import { benchPages } from './pages'

/** Prints a table for people and, last, one line of JSON. `npm run bench -- monitors` runs a part. */
const site = process.env.MANGPING_URL ?? ''
const parts = process.argv.slice(2)
const wanted = (part: string) => parts.length === 0 || parts.includes(part)
const report: Record<string, unknown> = {}

if (wanted('desk')) {
  const desk = await benchDesk(site)
  console.table(
    desk.rows.map((row) => ({
      ...row,
      perSecond: Math.round(row.perSecond),
      p50: row.p50.toFixed(1),
      p95: row.p95.toFixed(1),
      p99: row.p99.toFixed(1),
    })),
  )
  for (const [what, ratio] of Object.entries(desk.ratios)) console.log(`${ratio.toFixed(2)}  ${what}`)
  report['desk'] = desk
}
if (wanted('import')) {
  const rows = await benchImport()
  console.table(rows)
  report['import'] = rows
}
if (wanted('pages')) {
  const rows = await benchPages(site)
  console.table(rows)
  report['pages'] = rows
}
if (wanted('monitors')) {
  const monitors = await benchMonitors()
  console.table(monitors.rows)
  console.log(
    `${monitors.ratio.toFixed(2)}  a rating in the large study takes so many times one in the small`,
  )
  report['monitors'] = monitors
}
if (wanted('exclusion')) {
  const rows = await benchExclusion()
  console.table(rows)
  report['exclusion'] = rows
}
if (wanted('checks')) {
  const checks = await benchChecks()
  console.table(checks.rows)
  console.table(checks.paces)
  report['checks'] = checks
}
const memory = benchMemory()
console.table(memory)
report['memory'] = memory
const out = process.env.BENCH_JSON
if (out) writeFileSync(out, JSON.stringify(report, null, 2))
console.log(JSON.stringify(report))
process.exit(0)
