import { setTimeout as sleep } from 'node:timers/promises'
import { openEmbedded } from '../database/database.mjs'
import { isAlive } from './identity.mjs'

/** Watches over the embedded server: should it be killed, it is started again on the port that everybody knows. */
export function keepPostgres(dataDir, opened) {
  const watch = new AbortController()
  let server = opened
  const watching = (async () => {
    while (!watch.signal.aborted) {
      await sleep(1_000, null, { signal: watch.signal }).catch(() => {})
      if (watch.signal.aborted || isAlive(server.pid)) continue
      console.error('PostgreSQL ended; starting it again')
      server = await openEmbedded(dataDir, { port: opened.port })
    }
  })()
  // What makes the restart fail is said when everything stops.
  watching.catch(() => {})
  return {
    failed: watching,
    stop: async () => {
      watch.abort()
      await watching.catch(() => {})
      await server.stop()
    },
  }
}
