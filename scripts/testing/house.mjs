import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { connected } from '../database/connection.mjs'
import { prepareDatabase } from '../database/database.mjs'
import { freePort } from '../processes/ports.mjs'
import { isHealthy, keepSite } from '../processes/site.mjs'
import { Supervisor } from '../processes/supervisor.mjs'
import { operatorEnvironment, serverEnvironment } from '../set-up/environment.mjs'
import { freshSetUpLink } from '../welcome.mjs'
import { runningScratch } from './scratch.mjs'

/** An empty, migrated database of this name, and what programs need in their environment to work with it. */
export async function openDatabase({ folder, addresses }, name) {
  const database = addresses(name)
  await connected(addresses('postgres').owner, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  )
  await prepareDatabase(database)
  const port = await freePort()
  const dataDir = path.join(folder, name)
  mkdirSync(dataDir, { recursive: true })
  const settings = { port, host: '127.0.0.1', url: `http://localhost:${port}`, dataDir }
  const parts = { settings, database, secret: randomBytes(36).toString('base64url') }
  return { settings, forServers: serverEnvironment(parts), forPrograms: operatorEnvironment(parts) }
}

/**
 * A whole Mangping for a test: database, built site and worker, on ports of their own. The audits kill its processes
 * (`processes.json` in MANGPING_DATA_DIR names them), so it starts them again as often as it takes.
 */
export async function openHouse(scratch, name) {
  const { settings, forServers, forPrograms } = await openDatabase(scratch, name)
  const lines = []
  const supervisor = new Supervisor({
    dataDir: settings.dataDir,
    url: settings.url,
    maxRestarts: Infinity,
    write: (line) => lines.push(line) > 500 && lines.shift(),
  })
  keepSite(supervisor, { settings, env: forServers })
  const close = async () => {
    scratch.closings.delete(close)
    await supervisor.stop()
  }
  scratch.closings.add(close)
  const setUpLink = () => freshSetUpLink(forPrograms)
  if (await isHealthy(settings)) return { url: settings.url, env: forPrograms, setUpLink, close }
  await close()
  throw new Error(`The site does not answer:\n${lines.slice(-30).join('\n')}`)
}

/** For a journey that begins with nothing: a house of its own beside the one that the other tests share. */
export const openEmptyHouse = async (name) => openHouse(await runningScratch(), name)
