import { openEmbedded, prepareDatabase } from './database/database.mjs'
import { keepPostgres } from './processes/keep-postgres.mjs'
import { isHealthy, keepSite } from './processes/site.mjs'
import { Supervisor } from './processes/supervisor.mjs'
import { buildSite } from './set-up/build.mjs'
import { operatorEnvironment, serverEnvironment } from './set-up/environment.mjs'
import { generateClient } from './set-up/generate.mjs'
import { Refusal } from './set-up/refusal.mjs'
import { mustRun, step, typescript } from './set-up/run.mjs'
import { keptSecret } from './set-up/secrets.mjs'
import { freshSetUpLink, welcome } from './welcome.mjs'

/** From installed packages to a site that serves, until a signal ends it or something gives up. */
export async function serve(settings, { development = false, stopAsked }) {
  const stops = []
  try {
    const database = await openDatabase(settings, stops)
    const parts = { settings, database, secret: keptSecret(settings.dataDir, 'nextauth-secret') }
    const env = serverEnvironment(parts)
    if (!development) await buildSite()
    if (settings.sample) await seed(operatorEnvironment(parts))
    if (stopAsked.signal.aborted) return
    await serveUntilAsked({ settings, env, development, stopAsked, stops })
  } catch (error) {
    // What a stop interrupts fails; that is no failure.
    if (!stopAsked.signal.aborted) throw error
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

async function openDatabase(settings, stops) {
  await generateClient()
  if (settings.external) {
    await prepareDatabase(settings.external)
    return settings.external
  }
  const server = await step('Starting PostgreSQL · 启动数据库', () => openEmbedded(settings.dataDir))
  const kept = keepPostgres(settings.dataDir, server)
  stops.push(kept.stop)
  const database = server.addresses('mangping')
  await prepareDatabase(database)
  return database
}

const seed = (env) =>
  step('Sample study · 示例评测', () => mustRun('The sample study', typescript('prisma/seed.ts'), { env }))

async function serveUntilAsked({ settings, env, development, stopAsked, stops }) {
  const supervisor = new Supervisor({ dataDir: settings.dataDir, url: settings.url })
  stops.push(() => supervisor.stop())
  keepSite(supervisor, { settings, env, development })
  const asked = new Promise((resolve) => stopAsked.signal.addEventListener('abort', () => resolve('')))
  const serving = await Promise.race([served(settings, env), supervisor.gaveUp, asked])
  if (serving.words) process.stdout.write(`${serving.words}\n`)
  const reason = serving.words ? await Promise.race([supervisor.gaveUp, asked]) : serving
  if (reason) throw new Refusal(reason)
}

/** Waits until the site answers; meanwhile a set-up link is made. */
async function served(settings, env) {
  const [healthy, link] = await Promise.all([isHealthy(settings), freshSetUpLink(env)])
  if (!healthy) throw new Refusal('The site does not answer after a minute; the lines above say why.')
  return { words: welcome(settings, link) }
}
