import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from '../set-up/settings.mjs'
import { birthOf } from './identity.mjs'
import { endProcess, removeRegister, writeRegister } from './register.mjs'

const minuteMs = 60_000

/**
 * Keeps processes running: what ends by itself is started again, and whoever supervises is told when one keeps
 * ending. `maxRestarts` counts within a minute.
 */
export class Supervisor {
  #running = new Map()
  #stopping = false
  #register
  #maxRestarts
  #write
  #giveUp

  /** `gaveUp` resolves to a sentence once a process has ended too often. */
  gaveUp

  constructor({ dataDir, url, maxRestarts = 5, write = (line) => process.stdout.write(`${line}\n`) }) {
    this.#register = { dataDir, url }
    this.#maxRestarts = maxRestarts
    this.#write = write
    this.gaveUp = new Promise((resolve) => {
      this.#giveUp = resolve
    })
  }

  /** Starts Node with these arguments and starts it again whenever it ends. */
  keep(name, args, env) {
    this.#start({ name, args, env, endings: [] })
    return this
  }

  #start(kept) {
    const child = spawn(process.execPath, kept.args, {
      cwd: root,
      env: kept.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => this.#write(`${kept.name.padEnd(6)} │ ${line}`))
    }
    this.#running.set(kept.name, { name: kept.name, pid: child.pid, born: birthOf(child.pid) })
    this.#note()
    child.once('exit', (code, signal) => this.#ended(kept, signal ?? `exit code ${code}`))
  }

  #ended(kept, how) {
    this.#running.delete(kept.name)
    if (this.#stopping) return
    const now = Date.now()
    kept.endings = [...kept.endings.filter((at) => now - at < minuteMs), now]
    if (kept.endings.length > this.#maxRestarts) {
      const times = kept.endings.length
      this.#giveUp(`${kept.name} ended ${times} times within a minute (${how}); its lines above say why.`)
      return
    }
    this.#write(`${kept.name.padEnd(6)} │ ended (${how}); starting it again`)
    setTimeout(() => this.#stopping || this.#start(kept), kept.endings.length > 1 ? 500 : 0)
  }

  #note() {
    const { dataDir, url } = this.#register
    writeRegister(dataDir, { url, children: [...this.#running.values()] })
  }

  /** Ends all of them, gently first. */
  async stop() {
    this.#stopping = true
    await Promise.all([...this.#running.values()].map((process) => endProcess(process, 10_000)))
    removeRegister(this.#register.dataDir)
  }
}
