import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandOf, isAlive } from '../processes/identity.mjs'

/** What a running server writes into its data directory: process, port, and whether it takes connections. */
export function readPostmaster(dir) {
  try {
    const lines = readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' }
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/** Whether that process is PostgreSQL on this directory, and not another program that got the number later. */
function serves(pid, dir) {
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(dir)
}

/** The server that runs on this directory already, once it is ready; a file left by a killed one is taken away. */
export async function liveServer(dir) {
  for (;;) {
    const found = readPostmaster(dir)
    if (!found) return null
    if (!isAlive(found.pid) || !serves(found.pid, dir)) {
      rmSync(path.join(dir, 'postmaster.pid'), { force: true })
      return null
    }
    if (found.status === 'ready') return { pid: found.pid, port: found.port }
    await sleep(100)
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(pid) {
  for (const [signal, patienceMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ]) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    const deadline = Date.now() + patienceMs
    while (isAlive(pid) && Date.now() < deadline) await sleep(50)
  }
}
