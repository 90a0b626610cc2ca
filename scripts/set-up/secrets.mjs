import { randomBytes, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from './refusal.mjs'

/** A secret of this installation: made at first use, kept in the data directory for its owner's eyes alone. */
export function keptSecret(dataDir, name) {
  const folder = path.join(dataDir, 'secrets')
  const file = path.join(folder, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secret = readKept(file) ?? makeSecret(folder, file)
  if (secret.length >= 32) return secret
  throw new Refusal(`The secret in ${file} is damaged: put it back from a backup.`)
}

function readKept(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/** Written whole beside its place and linked into it: of two first starts at once one wins, and no crash halves it. */
function makeSecret(folder, file) {
  const draft = path.join(folder, `.${randomUUID()}`)
  writeFileSync(draft, `${randomBytes(36).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readKept(file)
}
