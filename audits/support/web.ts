import { spawn, type ChildProcess } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'

const next = path.resolve('node_modules/next/dist/bin/next')

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** A web process of its own beside the one under test, on the same build and database; `url` is what it is told it is. */
export async function startWeb(
  port?: number,
  url?: string,
): Promise<{ site: string; port: number; child: ChildProcess }> {
  const own = port ?? (await freePort())
  const site = `http://localhost:${own}`
  const env = { ...process.env, PORT: String(own), MANGPING_URL: url ?? site, NEXTAUTH_URL: url ?? site }
  const child = spawn(process.execPath, [next, 'start', '-p', String(own)], { env, stdio: 'ignore' })
  for (let attempt = 0; attempt < 200; attempt++) {
    const healthy = await fetch(`${site}/api/v1/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (healthy) return { site, port: own, child }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error('the web process does not answer')
}

export async function startWebs(count: number): Promise<{ sites: string[]; stop: () => void }> {
  const webs = await Promise.all(Array.from({ length: count }, () => startWeb()))
  return { sites: webs.map((web) => web.site), stop: () => webs.forEach((web) => web.child.kill('SIGTERM')) }
}
