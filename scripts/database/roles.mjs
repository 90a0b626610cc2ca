import pg from 'pg'
import { credentials } from './connection.mjs'

/** The role that web and worker connect as, with the password that this installation made for it. */
export async function ensureAppRole(client, app) {
  const { role, password } = credentials(app)
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER'
  await client.query(
    `${verb} ROLE ${pg.escapeIdentifier(role)} LOGIN NOSUPERUSER PASSWORD ${pg.escapeLiteral(password)}`,
  )
}

/** What the app may do, all at once: our tables as the migrations say, the queue and the limiter freely. */
export async function grantToApp(client, app) {
  const { role } = credentials(app)
  const grantee = pg.escapeIdentifier(role)
  await client.query('BEGIN')
  await client.query('SELECT grant_app($1)', [role])
  await client.query(`GRANT DELETE ON rate_limit TO ${grantee}`)
  await client.query(`GRANT USAGE ON SCHEMA pgboss TO ${grantee}`)
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${grantee}`)
  await client.query('COMMIT')
}
