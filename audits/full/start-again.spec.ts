import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { report } from '@/audits/support/length'

const port = 3977
const site = `http://localhost:${port}`
const dataDir = mkdtempSync(path.join(tmpdir(), 'mangping-again-'))
test.afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

type Register = { supervisor: { pid: number }; children: { name: string; pid: number }[] }
const register = () => JSON.parse(readFileSync(path.join(dataDir, 'processes.json'), 'utf8')) as Register

/** Web, worker and the database server. */
function parts(): { name: string; pid: number }[] {
  const [pid] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return [...register().children, { name: 'PostgreSQL', pid: Number(pid) }]
}

const healthy = () =>
  fetch(`${site}/api/v1/health`).then(
    (response) => response.ok,
    () => false,
  )

async function until(what: () => Promise<boolean> | boolean, seconds: number): Promise<number> {
  const start = performance.now()
  while (!(await what())) {
    if (performance.now() - start > seconds * 1000) throw new Error(`not within ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return (performance.now() - start) / 1000
}

/** `npm start` on a data directory of its own, with nothing from the environment of the tests. */
function start(): { child: ChildProcess; said: () => string } {
  const { PATH = '', HOME = '' } = process.env
  const env = {
    PATH,
    HOME,
    PORT: String(port),
    MANGPING_DATA_DIR: dataDir,
    MANGPING_SAMPLE: '0',
    NODE_ENV: 'production' as const,
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, said: () => text }
}

const ended = (child: ChildProcess) =>
  child.exitCode === null
    ? new Promise<number | null>((resolve) => child.once('exit', resolve))
    : child.exitCode

test('killed in any part, npm start comes back by itself with nothing lost', async () => {
  test.setTimeout(300_000)
  let run = start()
  const first = await until(healthy, 120)
  await until(() => /set-up\//.test(run.said()), 30)
  report('start', `first page after ${first.toFixed(1)} s (built already)`)

  for (const { name, pid } of parts()) {
    process.kill(pid, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 100))
    report('start', `kill -9 of ${name}: serves again after ${(await until(healthy, 30)).toFixed(1)} s`)
  }
  for (const everything of [false, true]) {
    const left = parts()
    process.kill(register().supervisor.pid, 'SIGKILL')
    if (everything) for (const { pid } of left) process.kill(pid, 'SIGKILL')
    await ended(run.child)
    run = start()
    const seconds = await until(async () => /set-up\//.test(run.said()) && (await healthy()), 60)
    report(
      'start',
      `kill -9 of ${everything ? 'everything' : 'the supervisor'}, then again: ${seconds.toFixed(1)} s`,
    )
    expect(seconds).toBeLessThan(10)
  }
  run.child.kill('SIGTERM')
  expect(await ended(run.child)).toBe(0)
  expect(await healthy()).toBe(false)
})

test('what stands in the way is one clear sentence, exit 1', async () => {
  const blocker = (await import('node:http')).createServer().listen(port)
  const run = start()
  expect(await ended(run.child)).toBe(1)
  expect(run.said()).toContain(String(port))
  expect(run.said()).not.toMatch(/\n\s+at /)
  await new Promise((resolve) => blocker.close(resolve))
})
