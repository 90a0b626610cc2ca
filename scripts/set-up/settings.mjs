import { mkdirSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from './refusal.mjs'

export const root = path.resolve(import.meta.dirname, '../..')

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
const leastFreeBytes = 300e6

/** The settings of the project's own documents, checked, with their defaults. */
export function readSettings(env = process.env) {
  const port = portOf(env.PORT ?? '3000')
  const url = siteUrlOf(env.MANGPING_URL ?? `http://localhost:${port}`)
  return {
    port,
    url,
    // Without an address of its own the site is for this machine alone.
    host: env.HOST ?? (loopback.has(new URL(url).hostname) ? '127.0.0.1' : '0.0.0.0'),
    dataDir: path.resolve(root, env.MANGPING_DATA_DIR ?? 'data'),
    sample: env.MANGPING_SAMPLE !== '0',
    external: env.DATABASE_URL ? externalDatabase(env) : null,
  }
}

function portOf(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Refusal(`PORT is "${text}"; it has to be a whole number from 1 to 65535.`)
}

function siteUrlOf(text) {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '')
  throw new Refusal(`MANGPING_URL is "${text}"; it has to be an address such as https://eval.example.org.`)
}

function externalDatabase(env) {
  const app = postgresUrl('DATABASE_URL', env.DATABASE_URL)
  const owner = postgresUrl('MIGRATION_DATABASE_URL', env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL)
  return { app, owner, embedded: false }
}

function postgresUrl(name, text) {
  const shape = 'postgresql://user:password@host:5432/database'
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text
  throw new Refusal(`${name} is no PostgreSQL address; it has the form ${shape}.`)
}

/** The data directory, made when missing, on a disk that has room. */
export function openDataDir(dataDir) {
  mkdirSync(dataDir, { recursive: true })
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  if (free >= leastFreeBytes) return
  const [has, needs] = [free, leastFreeBytes].map((bytes) => `${Math.floor(bytes / 1e6)} MB`)
  throw new Refusal(`The disk of ${dataDir} has ${has} left; Mangping needs at least ${needs} to start.`)
}
