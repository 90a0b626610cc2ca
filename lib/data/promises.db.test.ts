import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { fullRating } from '@/e2e/support/rating'
import { openedStudy } from '@/e2e/support/study-factory'
import { db } from './db'
import { claimTasks } from './desk/assignments'
import { submitRating } from './desk/ratings'

// What the rules promise, the database enforces too: these statements go past all of our code.

const appendOnly = [
  ['rating', 'dwell_ms = 0'],
  ['score', 'value = 1'],
  ['audit_entry', `action = 'x'`],
  ['rubric', 'version = 9'],
  ['criterion', 'weight = 9'],
  ['protocol', 'tolerance = 9'],
  ['content', `html = '[]'`],
  ['agreed_score', 'version = 9'],
  ['counting_decision', 'counts = false'],
  ['comment_redaction', `reason = 'x'`],
  ['audit_seal', 'entries = 0'],
  ['release', `sha256 = 'x'`],
  ['monitor_action', `step = 'flag'`],
  ['enrolment_act', `reason = 'x'`],
  ['lot_rating', 'lot_id = rating_id'],
  ['lot_decision', `reason = 'x'`],
  ['arbitration', 'value = 1'],
  ['arbitration_cause', `cause = 'slip'`],
] as const

beforeAll(async () => {
  const { slug, raters } = await openedStudy({ prompts: 2 }, 1)
  const [rater] = raters
  if (!rater) throw new Error('a rater')
  const { task } = await claimTasks(rater, slug, 1)
  if (!task) throw new Error('a task')
  await submitRating(rater, slug, fullRating(task))
})

describe('the role of the app', () => {
  for (const [table, change] of appendOnly) {
    test(`may neither change, delete nor truncate ${table}`, async () => {
      for (const statement of [
        `UPDATE ${table} SET ${change}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied|append-only/)
      }
    })
  }
})

describe('the owner', () => {
  const url = process.env['MIGRATION_DATABASE_URL']
  test.runIf(url)('is refused by triggers where there are rows', async () => {
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    for (const table of ['rating', 'score', 'audit_entry', 'criterion', 'content']) {
      const [, change] = appendOnly.find(([name]) => name === table) ?? []
      await expect(owner.query(`UPDATE ${table} SET ${change}`)).rejects.toThrow(/append-only/)
      await expect(owner.query(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/)
    }
    await expect(owner.query('TRUNCATE rating CASCADE')).rejects.toThrow(/append-only/)
    await owner.end()
  })
})

describe('rows that break a rule', () => {
  test('a score off its scale, between its steps or twice is refused', async () => {
    const score = await db.score.findFirstOrThrow({ where: { criterion: { maximum: 5 } } })
    const other = await db.output.findFirstOrThrow({
      where: { id: { not: score.outputId }, scores: { none: { ratingId: score.ratingId } } },
    })
    for (const value of [0, 6, 3.5, Number.NaN]) {
      await expect(db.score.create({ data: { ...score, outputId: other.id, value } })).rejects.toThrow()
    }
    await expect(db.score.create({ data: score })).rejects.toThrow(/Unique constraint/)
  })

  test('a rater gets a task once, and a slot is taken once', async () => {
    const taken = await db.assignment.findFirstOrThrow({ where: { status: 'submitted', kind: 'live' } })
    const again = { ...taken, id: randomUUID(), turn: taken.turn + 1_000_000n }
    await expect(db.assignment.create({ data: { ...again, slot: 49 } })).rejects.toThrow(/Unique constraint/)
    const { id: raterId } = await db.account.create({ data: { role: 'rater', simulated: true } })
    await expect(db.assignment.create({ data: { ...again, raterId } })).rejects.toThrow(/Unique constraint/)
  })

  test('a lease that is over keeps no end of lease', async () => {
    const taken = await db.assignment.findFirstOrThrow({ where: { status: 'submitted' } })
    await expect(
      db.assignment.update({ where: { id: taken.id }, data: { leaseUntil: new Date() } }),
    ).rejects.toThrow(/assignment_lease/)
  })
})
