import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { rateAll, says, settleDue, keptCells, type Opinion } from '@/e2e/support/disputed-study'
import { fullRating } from '@/e2e/support/rating'
import { openedStudy } from '@/e2e/support/study-factory'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import type { Admin, Rater } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { disablePerson, enablePerson, erasePerson } from './lifecycle'

let admin: Admin
beforeAll(async () => {
  admin = await operator()
})

const at = (raters: Rater[], index: number) => raters[index] as Rater
const openings = (studyId: string) => db.opening.count({ where: { task: { studyId } } })

async function withLogin({ id }: Rater): Promise<string> {
  const login = `shut-out-${randomUUID()}`
  await db.person.create({ data: { accountId: id, login, name: 'Rater' } })
  return login
}

test.each([
  ['disabled', disablePerson],
  ['erased', erasePerson],
] as const)(
  'who is %s gives back what is held, at once; what was rated goes on counting',
  async (_, shutOut) => {
    const { id, slug, raters } = await openedStudy({ prompts: 3, models: 1, k: 1 }, 1)
    const rater = at(raters, 0)
    const login = await withLogin(rater)
    const { task } = await claimTasks(rater, slug, 1)
    if (!task) throw new RangeError('a task')
    const { task: held } = await submitRating(rater, slug, fullRating(task))
    if (!held) throw new RangeError('another task')
    await claimTasks(rater, slug, 2)
    expect(await openings(id)).toBe(0)
    await shutOut(admin, login)
    expect(await openings(id)).toBe(2)
    expect(await db.assignment.count({ where: { studyId: id, status: 'leased' } })).toBe(0)
    // A request that was let in before the account was shut out.
    await expect(submitRating(rater, slug, fullRating(held))).rejects.toMatchObject({ code: 'lease_lost' })
    await settleDue()
    expect(await keptCells(id)).toMatchObject([{ status: 'agreed' }, { status: 'agreed' }])
    expect(await db.enrolment.count({ where: { studyId: id, state: 'active' } })).toBe(1)
  },
)

test('a dispute that only a disabled rater could settle goes to an inspector, and comes back with the rater', async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 1, models: 1, k: 2 }, 3)
  const apart =
    (value: number): Opinion =>
    () => ({ accuracy: value, style: 3 })
  await rateAll(at(raters, 0), slug, apart(1))
  await rateAll(at(raters, 1), slug, apart(5))
  await settleDue()
  const waiting = () => db.$queryRaw<object[]>`
    SELECT w.waits_for AS waits, w.because FROM waiting_cell w
    JOIN round ON round.id = w.round_id AND round.study_id = ${id}::uuid`
  expect(await waiting()).toEqual([{ waits: 'extra', because: null }])
  const login = await withLogin(at(raters, 2))
  await disablePerson(admin, login)
  await settleDue()
  expect(await waiting()).toEqual([{ waits: 'inspector', because: 'nobody_left' }])
  expect(await openings(id)).toBe(0)
  await enablePerson(admin, login)
  await settleDue()
  expect(await waiting()).toEqual([{ waits: 'extra', because: null }])
  expect(await rateAll(at(raters, 2), slug, says(5))).toBe(1)
  await settleDue()
  expect(await waiting()).toEqual([])
})
