import { setTimeout as sleep } from 'node:timers/promises'
import { next } from '../set-up/build.mjs'
import { typescript } from '../set-up/run.mjs'

/** Web and worker, kept by a supervisor. Next is started by its own file: behind `npx` an orphan would keep the port. */
export function keepSite(supervisor, { settings, env, development = false }) {
  const command = development ? 'dev' : 'start'
  const web = [next, command, '-p', String(settings.port), '-H', settings.host]
  const mode = { NODE_ENV: development ? 'development' : 'production' }
  supervisor.keep('web', web, { ...env, ...mode })
  supervisor.keep('worker', typescript('worker/main.ts'), { ...env, ...mode })
}

/** Resolves to true once web and database serve; false when they do not within that time. */
export async function isHealthy({ port, host }, patienceMs = 60_000) {
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/api/v1/health`
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    if (answer?.ok) return true
    await sleep(100)
  }
  return false
}
