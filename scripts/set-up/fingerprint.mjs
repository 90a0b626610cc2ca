import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './settings.mjs'

function filesUnder(place) {
  const full = path.join(root, place)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [place]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)))
}

function fingerprintOf(places, isSource) {
  const hash = createHash('sha256')
  for (const file of places.flatMap(filesUnder).filter(isSource)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Does the work unless it was finished for exactly these sources; the mark in `stamp` is set after it. */
export async function whenChanged({ places, isSource = () => true, stamp, work }) {
  const file = path.join(root, stamp)
  const fingerprint = fingerprintOf(places, isSource)
  if (existsSync(file) && readFileSync(file, 'utf8') === fingerprint) return
  rmSync(file, { force: true })
  await work()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, fingerprint)
}
