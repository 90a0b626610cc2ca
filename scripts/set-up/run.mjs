import { spawn } from 'node:child_process'
import { root } from './settings.mjs'
import { Refusal } from './refusal.mjs'

const secondsSince = (started) => (Date.now() - started) / 1000

/** Says what is being done, that it still is, and how long it took. On stderr: stdout stays the programs' own. */
export async function step(label, work) {
  const started = Date.now()
  const say = (line) => process.stderr.write(`${line}\n`)
  say(`· ${label} …`)
  const beat = setInterval(() => say(`  ${label}: ${Math.round(secondsSince(started))} s …`), 10_000)
  try {
    const result = await work()
    if (secondsSince(started) >= 1) say(`  ${label}: ${secondsSince(started).toFixed(1)} s`)
    return result
  } finally {
    clearInterval(beat)
  }
}

const running = new Set()
let ended = false

/** Ends what `run` runs now and keeps it from running more; for when a signal asks for the end. */
export function endRunning() {
  ended = true
  for (const child of running) child.kill('SIGTERM')
}

/** Runs a program to its end with its output shown on stderr; resolves to its exit code. */
export function run(program, args, options = {}) {
  if (ended) return Promise.resolve(1)
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
    running.add(child)
    child.once('error', reject)
    child.once('exit', (code) => {
      running.delete(child)
      resolve(code ?? 1)
    })
  })
}

/** Runs Node on what has to succeed. */
export async function mustRun(what, args, options) {
  const code = await run(process.execPath, args, options)
  if (code !== 0) throw new Refusal(`${what} failed with exit code ${code}; the lines above say why.`)
}

/** Node's arguments for a TypeScript file of ours. */
export const typescript = (file) => ['--import', import.meta.resolve('tsx'), file]
