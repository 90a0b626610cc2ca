import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEmbedded } from '../database/database.mjs'

/**
 * A PostgreSQL of the tests' own in a temporary directory; nothing of an installation is touched. What is opened on it
 * adds its closing to `closings`.
 */
export async function openScratch() {
  const folder = mkdtempSync(path.join(tmpdir(), 'mangping-test-'))
  const server = await openEmbedded(folder)
  const closings = new Set()
  return {
    folder,
    addresses: server.addresses,
    closings,
    close: async () => {
      for (const close of closings) await close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The scratch that `npm test` opened, seen from a test. */
export async function runningScratch() {
  const folder = process.env.MANGPING_SCRATCH
  if (!folder) throw new Error('This test opens a site of its own: run it through npm test.')
  const { addresses } = await openEmbedded(folder)
  return { folder, addresses, closings: new Set() }
}
