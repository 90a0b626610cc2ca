import { Refusal } from '../set-up/refusal.mjs'
import { connected } from './connection.mjs'

const promised = ['fsync', 'synchronous_commit', 'full_page_writes']

/** Settings without which an acknowledged rating could be lost in a crash, and which are off for this role. */
export async function durabilityLost(url) {
  const { rows } = await connected(url, (client) =>
    client.query("SELECT name FROM pg_settings WHERE name = ANY ($1) AND setting IN ('off', 'false')", [
      promised,
    ]),
  )
  return rows.map(({ name }) => name)
}

/** Our own server has no excuse; of another we can only warn. */
export async function checkDurability({ app, embedded }) {
  const off = await durabilityLost(app)
  if (off.length === 0) return
  const finding = `${off.join(', ')} is off: a crash of the machine could lose ratings that were acknowledged`
  if (embedded) throw new Refusal(`PostgreSQL's ${finding}. Mangping does not start like that.`)
  console.warn(`WARNING: on your PostgreSQL ${finding}.`)
}
