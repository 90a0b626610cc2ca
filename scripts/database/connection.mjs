import pg from 'pg'
import { Refusal } from '../set-up/refusal.mjs'

/** Runs `work` with a connection of its own. */
export async function connected(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A server that goes away in between shows in the statement that meets it.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const where = (url) => {
  const { username, host, pathname } = new URL(url)
  return { user: decodeURIComponent(username), server: host, database: decodeURIComponent(pathname.slice(1)) }
}

/** Refuses in one sentence, without the password, when nobody can work with this address. */
export async function requireConnection(setting, url) {
  try {
    await connected(url, (client) => client.query('SELECT 1'))
  } catch (error) {
    const { user, server, database } = where(url)
    const reasons = {
      ECONNREFUSED: `nothing answers at ${server}`,
      ENOTFOUND: `there is no host ${server}`,
      EAI_AGAIN: `there is no host ${server}`,
      '28P01': `the server refuses the password of user "${user}"`,
      28000: `the server does not let user "${user}" in`,
      '3D000': `there is no database "${database}" on ${server}`,
    }
    throw new Refusal(`${setting} is of no use: ${reasons[error.code] ?? error.message}.`)
  }
}

/** Makes the database of this address when it is missing and its user may. */
export async function createWhenMissing(url) {
  const missing = await connected(url, async () => false).catch((error) => error.code === '3D000')
  if (!missing) return
  const beside = new URL(url)
  beside.pathname = '/postgres'
  const { database } = where(url)
  await connected(beside.href, (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`),
  ).catch(
    // Another start may have been quicker; whatever else is wrong, the next connection tells in one sentence.
    () => {},
  )
}

/** A role's name and password as the address carries them. */
export function credentials(url) {
  const { username, password } = new URL(url)
  return { role: decodeURIComponent(username), password: decodeURIComponent(password) }
}
