import './set-up/node-version.mjs'
import { servingUrl } from './processes/register.mjs'
import { install } from './set-up/install.mjs'
import { runProgram } from './set-up/refusal.mjs'
import { readSettings } from './set-up/settings.mjs'

// The command line: `npm run -s mangping -- <command>`. It brings its database up when nobody else has, and leaves it
// as it was found. stdout belongs to the command.
await runProgram(async () => {
  const settings = readSettings()
  await install()
  const url =
    (process.env.MANGPING_URL ?? process.env.PORT)
      ? settings.url
      : (servingUrl(settings.dataDir) ?? settings.url)
  const { runCommand } = await import('./command.mjs')
  return runCommand(process.argv.slice(2), { ...settings, url })
})
