import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { hashPassword } from '@/lib/data/passwords'
import { provenAccount } from './sign-in'

const password = 'correct horse battery'
const somewhere = () => `address-${randomUUID()}`

async function somebody() {
  const login = `test-${randomUUID()}`
  const person = { create: { login, name: 'Somebody', passwordHash: await hashPassword(password, login) } }
  const { id } = await db.account.create({ data: { role: 'rater', person } })
  return { id, login }
}

async function medianMs(times: number, run: () => Promise<unknown>) {
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const start = performance.now()
    await run()
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}

describe('signing in', () => {
  it('proves an account by login and password', async () => {
    const { id, login } = await somebody()
    expect(await provenAccount(login.toUpperCase(), password, somewhere())).toEqual({
      ok: true,
      accountId: id,
    })
    expect(await provenAccount(login, `${password}!`, somewhere())).toEqual({ ok: false, waitSeconds: 0 })
  })

  it('is refused to a disabled account and before an invitation is taken up', async () => {
    const { id, login } = await somebody()
    await db.account.update({ where: { id }, data: { disabledAt: new Date() } })
    expect((await provenAccount(login, password, somewhere())).ok).toBe(false)
    const invited = await db.person.create({
      data: { login: `test-${randomUUID()}`, name: 'Invited', account: { create: { role: 'rater' } } },
    })
    expect((await provenAccount(invited.login, '', somewhere())).ok).toBe(false)
  })

  it('waits at the tenth attempt at an account, from wherever', async () => {
    const { login } = await somebody()
    for (let time = 1; time <= 9; time++) {
      expect(await provenAccount(login, 'wrong wrong', somewhere())).toEqual({ ok: false, waitSeconds: 0 })
    }
    const tenth = await provenAccount(login, password, somewhere())
    expect(tenth).toMatchObject({ ok: false })
    expect('waitSeconds' in tenth && tenth.waitSeconds).toBeGreaterThan(0)
  })

  it('waits at the tenth failure from an address, and spares the account elsewhere', async () => {
    const { id, login } = await somebody()
    const address = somewhere()
    for (let time = 1; time <= 9; time++) await provenAccount(`nobody-${randomUUID()}`, password, address)
    expect(await provenAccount(login, password, address)).not.toEqual({ ok: false, waitSeconds: 0 })
    expect(await provenAccount(login, password, somewhere())).toEqual({ ok: true, accountId: id })
  })

  it('never spends an allowance by success', async () => {
    const { login } = await somebody()
    const address = somewhere()
    for (let time = 1; time <= 12; time++)
      expect((await provenAccount(login, password, address)).ok).toBe(true)
  })

  it('lets few of a burst of guesses count', async () => {
    const address = somewhere()
    const guesses = Array.from({ length: 30 }, () =>
      provenAccount(`nobody-${randomUUID()}`, 'wrong wrong', address),
    )
    await Promise.all(guesses)
    expect(await provenAccount((await somebody()).login, password, address)).toMatchObject({ ok: false })
  })

  it('takes as long for nobody as for somebody', async () => {
    const { login } = await somebody()
    await provenAccount(login, 'warm up the code', somewhere())
    const wrong = await medianMs(8, () => provenAccount(login, 'wrong wrong', somewhere()))
    const nobody = await medianMs(8, () =>
      provenAccount(`nobody-${randomUUID()}`, 'wrong wrong', somewhere()),
    )
    // A machine under load is noisy; the audit measures finely, this tells a missing hash (a factor of ten).
    expect(Math.max(wrong, nobody) / Math.min(wrong, nobody)).toBeLessThan(3)
  })
})
