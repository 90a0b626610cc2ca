import pg from 'pg'

/**
 * A connection string as separate fields. `pg` lets a connection string win over a `database` beside it, so work meant
 * for the shadow database would land in the main one.
 */
export function connectionFields(url) {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url })
  return { host, port, user, password, database, ssl }
}

/** Runs one statement on a connection of its own. */
export async function runOnce(fields, sql) {
  const client = new pg.Client(fields)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export const quoted = (identifier) => pg.escapeIdentifier(identifier)

/** Databases are made and dropped from beside, not from inside. */
export const maintenanceOf = (fields) => ({ ...fields, database: 'postgres' })
