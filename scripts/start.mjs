import './set-up/node-version.mjs'
import { requirePort } from './processes/ports.mjs'
import { takeOver } from './processes/register.mjs'
import { install } from './set-up/install.mjs'
import { runProgram } from './set-up/refusal.mjs'
import { endRunning } from './set-up/run.mjs'
import { openDataDir, readSettings } from './set-up/settings.mjs'

// `npm start`, and with `--dev` the same around Next's development server. Nothing here may come from node_modules
// before they are installed, which is why `serve` is imported so late.
await runProgram(async () => {
  const development = process.argv.includes('--dev')
  const settings = readSettings()
  const stopAsked = new AbortController()
  const stop = () => {
    stopAsked.abort()
    endRunning()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  // npm does not hand a signal on to what its shell has started: where npm is gone, nobody waits for this any more.
  const parent = process.ppid
  setInterval(() => process.ppid === parent || stop(), 500).unref()
  openDataDir(settings.dataDir)
  await takeOver(settings.dataDir)
  await requirePort(settings.port, settings.host)
  await install()
  const { serve } = await import('./serve.mjs')
  await serve(settings, { development, stopAsked })
})
