import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../set-up/refusal.mjs'
import { identityOf, isStill } from './identity.mjs'

const fileIn = (dataDir) => path.join(dataDir, 'processes.json')

/** Which processes serve this data directory: the supervisor, who started it, and its children. */
export function readRegister(dataDir) {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))
  } catch {
    return null
  }
}

export function writeRegister(dataDir, { url, children }) {
  const supervisor = { ...identityOf(process.pid), parent: identityOf(process.ppid) }
  const draft = `${fileIn(dataDir)}.${process.pid}`
  writeFileSync(draft, JSON.stringify({ url, supervisor, children }, null, 2))
  renameSync(draft, fileIn(dataDir))
}

export const removeRegister = (dataDir) => rmSync(fileIn(dataDir), { force: true })

/** Where the running server of this data directory is reached; null when none runs. */
export function servingUrl(dataDir) {
  const register = readRegister(dataDir)
  return register && isStill(register.supervisor) ? register.url : null
}

/**
 * Ends what a killed start left behind: children without their supervisor, or a supervisor whose own parent was
 * killed. A healthy server is not touched; a second one on the same data is refused.
 */
export async function takeOver(dataDir) {
  const register = readRegister(dataDir)
  if (!register) return
  const { supervisor, children, url } = register
  if (isStill(supervisor)) {
    if (isStill(supervisor.parent))
      throw new Refusal(`Mangping runs already, at ${url} (process ${supervisor.pid}).`)
    await endProcess(supervisor, 30_000)
  }
  await Promise.all(children.map((child) => endProcess(child, 5_000)))
  removeRegister(dataDir)
}

/** Asks a process to end, with its group; makes it end when it has not after that long. */
export async function endProcess(identity, patienceMs) {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    if (!isStill(identity)) break
    send(identity.pid, signal)
    const deadline = Date.now() + patienceMs
    while (isStill(identity) && Date.now() < deadline) await sleep(50)
  }
}

function send(pid, signal) {
  try {
    // Children lead a group of their own; the supervisor need not.
    process.kill(signal === 'SIGKILL' ? -pid : pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
    try {
      process.kill(pid, signal)
    } catch {
      // It ended by itself in between.
    }
  }
}
