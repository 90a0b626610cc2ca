import path from 'node:path'
import { openEmbedded, prepareDatabase } from './database/database.mjs'
import { servingUrl } from './processes/register.mjs'
import { operatorEnvironment, toolEnvironment } from './set-up/environment.mjs'
import { generateClient } from './set-up/generate.mjs'
import { endRunning, run, typescript } from './set-up/run.mjs'
import { keptSecret } from './set-up/secrets.mjs'
import { openDataDir, root } from './set-up/settings.mjs'

// Ctrl+C reaches the command itself too; the rest here is tidied up after it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, endRunning)

/** They read files and nothing else: no database is brought up for them. */
const offline = new Set(['stats', 'verify'])

/** Runs one command of the command line from the folder where it was typed; resolves to its exit code. */
export async function runCommand(words, settings) {
  if (offline.has(words.find((word) => !word.startsWith('-'))))
    return runProgram(words, { ...process.env, ...toolEnvironment })
  openDataDir(settings.dataDir)
  await generateClient()
  const server = settings.external ? null : await openEmbedded(settings.dataDir)
  try {
    const database = settings.external ?? server.addresses('mangping')
    await prepareDatabase(database)
    const env = operatorEnvironment({
      settings,
      database,
      secret: keptSecret(settings.dataDir, 'nextauth-secret'),
    })
    return await runProgram(words, env)
  } finally {
    // A start that came in between may use the server by now.
    if (server?.started && !servingUrl(settings.dataDir)) await server.stop()
  }
}

function runProgram(words, env) {
  return run(process.execPath, [...typescript(path.join(root, 'cli/main.ts')), ...words], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env,
    stdio: 'inherit',
  })
}
