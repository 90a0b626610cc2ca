import { existsSync } from 'node:fs'
import { readdir, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { attempt, type Check } from './check'

const leastNode = [20, 19] as const
const leastFreeBytes = 1e9

function node(): Omit<Check, 'id'> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
  return {
    ok,
    message: `Node ${process.versions.node}${ok ? '' : `; needs ${leastNode.join('.')} or newer`}`,
  }
}

async function secretFiles(dataDir: string): Promise<Omit<Check, 'id'>> {
  const folder = path.join(dataDir, 'secrets')
  if (!existsSync(folder))
    return { ok: true, message: 'no secrets are kept on disk; they come from the environment' }
  const open: string[] = []
  for (const name of await readdir(folder)) {
    const { mode } = await stat(path.join(folder, name))
    if (process.platform !== 'win32' && mode & 0o077) open.push(name)
  }
  if (open.length === 0) return { ok: true, message: 'secrets are readable by their owner alone' }
  return { ok: false, message: `others may read ${open.join(', ')} in ${folder}: chmod 600` }
}

async function disk(dataDir: string): Promise<Omit<Check, 'id'>> {
  const { bavail, bsize } = await statfs(existsSync(dataDir) ? dataDir : '.')
  const free = bavail * bsize
  return { ok: free >= leastFreeBytes, message: `${(free / 1e9).toFixed(1)} GB free for the data directory` }
}

async function browser(): Promise<Omit<Check, 'id'>> {
  const playwright = await import('@playwright/test').catch(() => null)
  const system = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`)
  const places = [playwright?.chromium.executablePath(), ...system]
  const found = places.find((place) => place && existsSync(place))
  return {
    ok: true,
    message: found ? `browser for the tests: ${found}` : 'no browser yet; npm test installs one',
  }
}

export function machineChecks(dataDir: string): Promise<Check[]> {
  return Promise.all([
    attempt('node', node),
    attempt('secret-files', () => secretFiles(dataDir)),
    attempt('disk', () => disk(dataDir)),
    attempt('browser', browser),
  ])
}
