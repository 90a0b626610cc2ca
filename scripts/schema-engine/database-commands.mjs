import { connectionFields, maintenanceOf, quoted, runOnce } from './connection.mjs'

/** PostgreSQL's and the socket's error codes in Prisma's words; P1000 is "credentials refused". */
const prismaCodes = { '3D000': 'P1003', '42P04': 'P1009', ECONNREFUSED: 'P1001', ENOTFOUND: 'P1001' }

const commands = {
  'can-connect-to-database': (fields) => runOnce(fields, 'SELECT 1'),
  'create-database': createDatabase,
  'drop-database': (fields) => runOnce(maintenanceOf(fields), `DROP DATABASE ${quoted(fields.database)}`),
}

export async function createDatabase(fields) {
  await runOnce(maintenanceOf(fields), `CREATE DATABASE ${quoted(fields.database)}`)
}

function log(level, fields) {
  console.error(JSON.stringify({ level, target: 'schema_engine::logger', fields }))
}

/** The exit code; the CLI reads the reason from stderr, one JSON document a line, and skips the first line. */
export async function runDatabaseCommand(name, url) {
  log('INFO', { message: `schema engine: ${name}` })
  try {
    await commands[name](connectionFields(url))
    return 0
  } catch (error) {
    log('ERROR', { error_code: prismaCodes[error.code] ?? 'P1000', message: error.message })
    return 1
  }
}
