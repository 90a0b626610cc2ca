import pg from 'pg'
import { startBareServer } from './bare-server'
import { bareClients, productClients, statementClients, type Crew } from './desk/clients'
import { load, median, type Client, type Measured } from './desk/load'
import { populateRaters, populateStudy, type BenchStudy } from './desk/populate'

const rounds = 5
const seconds = Number(process.env.BENCH_SECONDS ?? 4)

type Run = { name: string; clients: number; tasks: number; start: () => Promise<Client[]> }

/** Submit-and-next, interleaved with two ceilings in the same run, so that a noisy minute hits all of them alike. */
export async function benchDesk(site: string) {
  const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL })
  await owner.connect()
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 5 })
  const bare = await startBareServer(Number(new URL(site).port) + 1)
  try {
    const small = await populateStudy(owner, 1_000, 50)
    const large = await populateStudy(owner, 100_000, 3)
    const crew = async (study: BenchStudy, count: number): Promise<Crew> => ({
      study,
      raters: await populateRaters(owner, study, { count }),
    })
    const seasoned = {
      study: large,
      raters: await populateRaters(owner, large, { count: 8, behind: 10_000 }),
    }
    const desk = (study: BenchStudy, clients: number): Run => ({
      name: 'desk',
      clients,
      tasks: study.tasks,
      start: async () => productClients(site, await crew(study, clients)),
    })
    const ceiling = (name: string, over: (started: Client[], crew: Crew) => Promise<Client[]>): Run => ({
      name,
      clients: 8,
      tasks: large.tasks,
      start: async () => {
        const eight = await crew(large, 8)
        return over(await productClients(site, eight), eight)
      },
    })
    const runs: Run[] = [
      ...[1, 8, 32].flatMap((clients) => [desk(small, clients), desk(large, clients)]),
      {
        name: 'desk, 10,000 ratings behind',
        clients: 8,
        tasks: large.tasks,
        start: () => productClients(site, seasoned),
      },
      ceiling('ceiling: bare Next route', (started, eight) => bareClients(bare.url, started, eight)),
      ceiling('ceiling: statements through pg', (started, eight) => statementClients(pool, started, eight)),
    ]
    const results = new Map<Run, Measured[]>(runs.map((run) => [run, []]))
    for (let round = 0; round <= rounds; round++) {
      for (const run of runs) {
        const measured = await load(await run.start(), seconds)
        // The first round warms up.
        if (round > 0) results.get(run)?.push(measured)
      }
    }
    return tableOf(results)
  } finally {
    bare.stop()
    await pool.end()
    await owner.end()
  }
}

function tableOf(results: Map<Run, Measured[]>) {
  const rows = [...results].map(([run, measured]) => ({
    what: run.name,
    clients: run.clients,
    tasks: run.tasks,
    perSecond: median(measured.map((each) => each.perSecond)),
    p50: median(measured.map((each) => each.p50)),
    p95: median(measured.map((each) => each.p95)),
    p99: median(measured.map((each) => each.p99)),
  }))
  const pick = (what: string, clients: number, tasks: number) =>
    rows.find((row) => row.what === what && row.clients === clients && row.tasks === tasks)
  const desk = pick('desk', 8, 100_000)
  const ratio = (a: number | undefined, b: number | undefined) => (a ?? Number.NaN) / (b ?? Number.NaN)
  return {
    rows,
    ratios: {
      'rate of the desk / bare Next route (8 clients, 100k tasks; at least 0.70)': ratio(
        desk?.perSecond,
        pick('ceiling: bare Next route', 8, 100_000)?.perSecond,
      ),
      'p95 at 100k tasks / at 1k tasks (8 clients; at most 1.2)': ratio(
        desk?.p95,
        pick('desk', 8, 1_000)?.p95,
      ),
      'p95 with 10,000 ratings behind / without (at most 1.2)': ratio(
        pick('desk, 10,000 ratings behind', 8, 100_000)?.p95,
        desk?.p95,
      ),
    },
  }
}
