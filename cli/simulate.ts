import { randomBytes } from 'node:crypto'
import { simulatedRaterWithLogin } from '@/lib/data/people/simulated-raters'
import { enrolRater } from '@/lib/data/studies/enrolments'
import type { Admin } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { siteUrl } from '@/lib/env'
import { operator } from '@/lib/server/operator'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { defineCommand, UsageError } from './command'
import { deskClient } from './simulation/desk-client'
import { behave, profiles, type Profile, type SimulatedMind } from './simulation/profile'

const usage = `simulate <slug> [--raters n] [--profile careful:9,random:1,…] [--seed n]
profiles: ${profiles.join(', ')}`

type Simulated = SimulatedMind & { login: string; password: string }

/** `careful:2,fast:1` as a list; without counts that add up, the last profile fills up to `raters`. */
function profileList(text: string | undefined, raters: number | undefined): Profile[] {
  const list = (text ?? 'careful').split(',').flatMap((part) => {
    const [name, count = '1'] = part.split(':')
    const profile = profiles.find((each) => each === name)
    if (!profile || !/^\d{1,4}$/.test(count)) throw new UsageError(`${usage}\nnot a profile: ${part}`)
    return Array.from({ length: Number(count) }, () => profile)
  })
  const last = list.at(-1)
  while (raters !== undefined && last && list.length < raters) list.push(last)
  return raters === undefined ? list : list.slice(0, raters)
}

async function makeRater(
  admin: Admin,
  slug: string,
  made: { seed: number; index: number; profile: Profile },
): Promise<Simulated> {
  const { seed, index, profile } = made
  const login = `sim-${seed}-${index + 1}`
  const password = randomBytes(18).toString('base64url')
  const id = await simulatedRaterWithLogin(admin, {
    login,
    name: `Simulated ${index + 1} (${profile})`,
    password,
  })
  await enrolRater(admin, slug, id)
  const next = seededRandom(seed >>> 0, index)
  return { login, password, profile, random: () => next() / 2 ** 32, tasks: 0, cells: 0 }
}

/** Works until the desk has nothing left for this rater: no task, or a rule that took the rater off the work. */
async function work(slug: string, rater: Simulated): Promise<number> {
  const desk = await deskClient(siteUrl, slug, rater)
  let ratings = 0
  try {
    let { task } = await desk.claim()
    while (task) {
      const answer = await desk.submit(task, behave(task, rater))
      ratings++
      task = answer.task ?? (await desk.claim()).task
    }
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'closed') throw error
  }
  return ratings
}

export const command = defineCommand({
  name: 'simulate',
  usage,
  options: { raters: { type: 'string' }, profile: { type: 'string' }, seed: { type: 'string' } },
  async run({ values, positionals: [slug] }) {
    if (!slug) throw new UsageError(usage)
    const admin = await operator()
    const seed = Number(values.seed ?? 1)
    const raters: Simulated[] = []
    const list = profileList(values.profile, values.raters === undefined ? undefined : Number(values.raters))
    for (const [index, profile] of list.entries())
      raters.push(await makeRater(admin, slug, { seed, index, profile }))
    const start = performance.now()
    const counts = await Promise.all(raters.map((rater) => work(slug, rater)))
    const ratings = counts.reduce((sum, count) => sum + count, 0)
    const seconds = Math.round((performance.now() - start) / 100) / 10
    const json = { ratings, seconds, raters: raters.map(({ login, profile }) => ({ login, profile })) }
    return { json, text: `${ratings} ratings by ${raters.length} simulated raters in ${seconds} s` }
  },
})
