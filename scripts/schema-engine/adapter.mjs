import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { quoted, runOnce } from './connection.mjs'

// PostgreSQL's internal type "char", which the catalogues use and the adapter refuses: passed as text, named Character.
const charType = 18
const textType = 25

/** The adapter is made for clients; migrations need two things of it done otherwise. */
function fitForMigrations(adapter) {
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  const charColumnsOf = new WeakMap()
  adapter.performIO = async (query) => {
    const result = await performIO(query)
    const charColumns = (result.fields ?? []).flatMap(({ dataTypeID }, at) =>
      dataTypeID === charType ? [at] : [],
    )
    for (const at of charColumns) result.fields[at].dataTypeID = textType
    charColumnsOf.set(result.rows, charColumns)
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const at of charColumnsOf.get(result.rows) ?? []) result.columnTypes[at] = ColumnTypeEnum.Character
    return result
  }
  // The adapter cuts a script at each `;`, also inside a function's body. One simple query takes it whole.
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}

export class MigrationAdapterFactory extends PrismaPg {
  #fields
  #options

  constructor(fields, options) {
    super(fields, options)
    this.#fields = fields
    this.#options = options
  }

  async connect() {
    return fitForMigrations(await super.connect())
  }

  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    await runOnce(this.#fields, `CREATE DATABASE ${quoted(database)}`)
    const adapter = await new MigrationAdapterFactory({ ...this.#fields, database }, this.#options).connect()
    const closePool = adapter.dispose.bind(adapter)
    // A database with open connections cannot be dropped: the pool goes first.
    adapter.dispose = async () => {
      await closePool()
      await runOnce(this.#fields, `DROP DATABASE IF EXISTS ${quoted(database)} WITH (FORCE)`)
    }
    return adapter
  }
}
