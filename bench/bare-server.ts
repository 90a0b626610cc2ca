import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'

const next = path.resolve('node_modules/next/dist/bin/next')
const folder = path.resolve('bench/bare')

/** Builds and starts the bare app on a port of its own. Returns its address and how to stop it. */
export async function startBareServer(port: number): Promise<{ url: string; stop: () => void }> {
  const built = spawnSync(process.execPath, [next, 'build', folder], { encoding: 'utf8', env: process.env })
  if (built.status !== 0) throw new Error(`the bare app does not build: ${built.stdout}${built.stderr}`)
  const child = spawn(process.execPath, [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1'], {
    stdio: 'ignore',
    env: process.env,
  })
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; attempt < 100; attempt++) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    )
    if (up) return { url, stop: () => child.kill('SIGTERM') }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGTERM')
  throw new Error('the bare app does not answer')
}
