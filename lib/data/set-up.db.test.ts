import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { acceptSetUp, freshSetUpLink, hasAdmin, isSetUpOpen } from './accounts'
import { db } from './db'

const tokenOf = (link: string | null) => link?.split('/set-up/')[1] ?? ''
const admin = () => ({ login: `test-${randomUUID()}`, name: 'First', password: 'correct horse battery' })

// Set-up is for a site without an admin: those that other tests left are disabled first.
describe('set-up', () => {
  it('has one link alive, that makes one admin however often it is clicked', async () => {
    await db.account.updateMany({ where: { role: 'admin' }, data: { disabledAt: new Date() } })
    const older = tokenOf(await freshSetUpLink())
    const token = tokenOf(await freshSetUpLink())
    expect(await isSetUpOpen(older)).toBe(false)
    expect(await isSetUpOpen(token)).toBe(true)
    const clicks = await Promise.allSettled([
      acceptSetUp(token, admin()),
      acceptSetUp(token, admin()),
      acceptSetUp(token, admin()),
    ])
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await hasAdmin(db)).toBe(true)
    await expect(acceptSetUp(token, admin())).rejects.toMatchObject({ code: 'gone' })
    expect(await freshSetUpLink()).toBeNull()
  })
})
