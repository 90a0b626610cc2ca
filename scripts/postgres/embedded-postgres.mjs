import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../processes/identity.mjs'
import { freePort } from '../processes/ports.mjs'
import { Refusal } from '../set-up/refusal.mjs'
import { postgresBinaries } from './binaries.mjs'
import { liveServer, readPostmaster, stopServer } from './postmaster.mjs'
import { unprivileged } from './unprivileged.mjs'

export const ownerRole = 'mangping_owner'

const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: 200,
  shared_buffers: '256MB',
  // Every acknowledged rating survives a crash.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Tables grow from empty to large within a minute; plans made for empty tables must not last.
  autovacuum_naptime: '10s',
  jit: 'off',
  timezone: 'UTC',
}

/**
 * PostgreSQL on this directory: the one that runs there already, else a fresh process, on `port` where it matters.
 * `started` tells whether this call began it.
 */
export async function startPostgres(dir, { ownerPassword, port }) {
  const { initdb, postgres } = await postgresBinaries()
  const as = unprivileged(dir)
  if (!existsSync(dir)) initialise(dir, { initdb, as, ownerPassword })
  as.own(dir)
  for (let attempt = 1; ; attempt += 1) {
    const live = await liveServer(dir)
    if (live) return { ...live, started: false, stop: () => stopServer(live.pid) }
    const outcome = await launch(dir, { postgres, as, port: port ?? (await freePort()) })
    if (outcome.pid) return { ...outcome, started: true, stop: () => stopServer(outcome.pid) }
    // Right after a kill the old server's children may hold its memory for a moment.
    if (attempt === 3) throw new Refusal(`PostgreSQL does not start on ${dir}:\n${outcome.log}`)
    await sleep(1_000)
  }
}

/** Made beside its place and moved there when complete, so that a broken-off first start leaves nothing half. */
function initialise(dir, { initdb, as, ownerPassword }) {
  const draft = `${dir}.draft`
  const passwordFile = `${dir}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, ownerPassword, { mode: 0o600 })
  for (const place of [draft, passwordFile]) as.own(place)
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['-U', ownerRole, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const [program, args] = as.command(initdb, ['-D', draft, ...access, ...locale])
  const result = spawnSync(program, args, { ...as.options, env: environment, encoding: 'utf8' })
  rmSync(passwordFile)
  if (result.status !== 0) throw new Error(`initdb failed: ${result.error ?? result.stderr}`)
  renameSync(draft, dir)
}

/** Resolves to `{ pid, port }`, or to `{ log }` when the server ended instead. */
async function launch(dir, { postgres, as, port }) {
  const logFile = `${dir}.log`
  const log = openSync(logFile, 'w')
  const flags = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [program, args] = as.command(postgres, ['-D', path.resolve(dir), ...flags])
  // Detached, so that Ctrl+C reaches the web server and the worker before their database.
  const child = spawn(program, args, {
    ...as.options,
    env: environment,
    stdio: ['ignore', log, log],
    detached: true,
  })
  child.on('error', () => {})
  child.unref()
  closeSync(log)
  while (child.pid && isAlive(child.pid)) {
    const written = readPostmaster(dir)
    if (written?.pid === child.pid && written.status === 'ready') return { pid: child.pid, port }
    await sleep(30)
  }
  return { log: readFileSync(logFile, 'utf8').trim().split('\n').slice(-8).join('\n') }
}
