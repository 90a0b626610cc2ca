import path from 'node:path'
import { root } from './settings.mjs'

/** What the tools need: Prisma its schema engine, tsx the path aliases from any folder; nobody phones home. */
export const toolEnvironment = {
  PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, 'scripts/schema-engine.mjs'),
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'),
}

/** For web and worker: they serve as the app's role and never learn the owner's password. */
export function serverEnvironment({ settings, database, secret }) {
  const { MIGRATION_DATABASE_URL: _owner, ...inherited } = process.env
  return {
    ...inherited,
    ...toolEnvironment,
    NODE_ENV: 'production',
    PORT: String(settings.port),
    DATABASE_URL: database.app,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? secret,
    NEXTAUTH_URL: settings.url,
    MANGPING_URL: settings.url,
    MANGPING_DATA_DIR: settings.dataDir,
  }
}

/** For the command line, which acts as the operator and may look at what only the owner sees. */
export function operatorEnvironment(parts) {
  const { owner, app } = parts.database
  return { ...serverEnvironment(parts), ...(owner === app ? {} : { MIGRATION_DATABASE_URL: owner }) }
}
