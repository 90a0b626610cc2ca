import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'

/** What one interval of one simulated study says, beside the truth that the study was drawn from. */
export type Claim = {
  figure: string
  method: string
  truth: number
  /** Null where the method gives no interval. */
  limits: readonly [low: number, high: number] | null
}

/** How often the intervals of a method held the truth, over all studies of a setting. */
export type CoverageRow = {
  table: string
  setting: string
  figure: string
  method: string
  claims: number
  /** Share of the intervals that held the truth, 0 … 1. */
  covered: number
  /** Share that lay wholly above the truth. */
  tooHigh: number
  /** Share that lay wholly below it. */
  tooLow: number
  /** Share of the claims without an interval. */
  none: number
}

type Tally = Omit<CoverageRow, 'table' | 'setting' | 'none'>

export type Simulation = {
  /** Settings of one table stand beside each other. */
  table: string
  setting: string
  studies: number
  seed: number
  /** One study: its data are drawn from `random` alone. */
  study: (random: Random) => Claim[]
}

/** Runs the studies, each from its own stream of the seed, and counts by figure and method. */
export function simulateCoverage({ table, setting, studies, seed, study }: Simulation): CoverageRow[] {
  const tallies = new Map<string, Tally>()
  for (let run = 0; run < studies; run += 1) {
    for (const claim of study(seededRandom(seed, run))) count(tallies, claim)
    if ((run + 1) % 1000 === 0)
      process.stderr.write(`  ${table}, ${setting}: ${run + 1} of ${studies} studies\n`)
  }
  return Array.from(tallies.values(), ({ figure, method, claims, covered, tooHigh, tooLow }) => {
    const given = covered + tooHigh + tooLow
    return {
      table,
      setting,
      figure,
      method,
      claims,
      covered: covered / given,
      tooHigh: tooHigh / given,
      tooLow: tooLow / given,
      none: 1 - given / claims,
    }
  })
}

function count(tallies: Map<string, Tally>, { figure, method, truth, limits }: Claim): void {
  const key = `${figure}\n${method}`
  const tally = tallies.get(key) ?? { figure, method, claims: 0, covered: 0, tooHigh: 0, tooLow: 0 }
  tallies.set(key, tally)
  tally.claims += 1
  if (limits === null) return
  const [low, high] = limits
  if (!(low <= high)) throw new Error(`${figure}, ${method}: an interval from ${low} to ${high}`)
  if (truth < low) tally.tooHigh += 1
  else if (truth > high) tally.tooLow += 1
  else tally.covered += 1
}
