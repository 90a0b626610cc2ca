import path from 'node:path'
import { ownerRole, startPostgres } from '../postgres/embedded-postgres.mjs'
import { keptSecret } from '../set-up/secrets.mjs'
import { connected, createWhenMissing, requireConnection } from './connection.mjs'
import { checkDurability } from './durability.mjs'
import { migrate } from './migrations.mjs'
import { createLimiterTable, createQueues } from './queues.mjs'
import { ensureAppRole, grantToApp } from './roles.mjs'

// Any number, as long as it is ours: starts that come at once migrate one after another.
const migrationLock = 7_364_021

/** The server in the data directory; `addresses(name)` gives a database of it as its owner and as the app sees it. */
export async function openEmbedded(dataDir, { port } = {}) {
  const ownerPassword = keptSecret(dataDir, 'owner-password')
  const appPassword = keptSecret(dataDir, 'app-password')
  const server = await startPostgres(path.join(dataDir, 'postgres'), { ownerPassword, port })
  const address = (role, password, name) =>
    `postgresql://${role}:${password}@127.0.0.1:${server.port}/${name}`
  const addresses = (name) => ({
    owner: address(ownerRole, ownerPassword, name),
    app: address('mangping_app', appPassword, name),
    embedded: true,
  })
  return { ...server, addresses }
}

/** Brings a database, `{ owner, app, embedded }`, to where web and worker can start; quick when it is there already. */
export async function prepareDatabase(database) {
  const { owner, app, embedded } = database
  await createWhenMissing(owner)
  await requireConnection(
    process.env.MIGRATION_DATABASE_URL ? 'MIGRATION_DATABASE_URL' : 'DATABASE_URL',
    owner,
  )
  if (owner === app) {
    console.warn(
      'WARNING: without MIGRATION_DATABASE_URL web and worker connect as the owner of the tables; grants do not protect.',
    )
  }
  await connected(owner, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    if (embedded) await ensureAppRole(client, app)
    await requireConnection('DATABASE_URL', app)
    await migrate(client, owner)
    await createQueues(owner)
    await createLimiterTable(client)
    if (owner !== app) await grantToApp(client, app)
  })
  await checkDurability(database)
}
