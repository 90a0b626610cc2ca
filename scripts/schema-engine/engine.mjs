import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { MigrationAdapterFactory } from './adapter.mjs'
import { connectionFields } from './connection.mjs'

// The engine reports a panic here before it ends; without this nobody would learn why.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }

async function loadEngine() {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const bindings = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href)
  const bytes = readFileSync(path.join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return bindings
}

export async function engineVersion() {
  const { version } = await loadEngine()
  return version()
}

/** The engine over one PostgreSQL connection string and the schema files that the CLI names. */
export async function openEngine({ url, datamodels }) {
  const { SchemaEngine } = await loadEngine()
  const schema = url ? (new URL(url).searchParams.get('schema') ?? undefined) : undefined
  const factory = new MigrationAdapterFactory(url ? connectionFields(url) : {}, { schema })
  const contents = datamodels.map((file) => [file, readFileSync(file, 'utf8')])
  const log = (line) => process.env.DEBUG && console.error(line)
  const parameters = { datamodels: contents.length > 0 ? contents : undefined }
  return SchemaEngine.new(parameters, log, bindMigrationAwareSqlAdapterFactory(factory))
}
