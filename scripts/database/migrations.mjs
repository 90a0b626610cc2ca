import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { toolEnvironment } from '../set-up/environment.mjs'
import { mustRun, step } from '../set-up/run.mjs'
import { root } from '../set-up/settings.mjs'

const folder = path.join(root, 'prisma/migrations')

function migrationsOnDisk() {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return entries.map(({ name }) => {
    const text = readFileSync(path.join(folder, name, 'migration.sql'))
    return { name, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

async function isUpToDate(client) {
  const { rows: known } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS yes")
  if (!known[0].yes) return false
  const { rows } = await client.query(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  return migrationsOnDisk().every(({ name, checksum }) => applied.get(name) === checksum)
}

/** `prisma migrate deploy`, left out when every migration is in the database already, letter for letter. */
export async function migrate(client, owner) {
  if (await isUpToDate(client)) return
  const env = { ...process.env, ...toolEnvironment, MIGRATION_DATABASE_URL: owner }
  await step('Migrating the database · 更新数据库结构', () =>
    mustRun('prisma migrate deploy', ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], {
      env,
    }),
  )
}
