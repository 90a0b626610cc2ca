import { spawn } from 'node:child_process'

/** Runs the command line as a user does; gives its exit code, its one JSON document and what it told. */
export function mangping(args: string[]): Promise<{ code: number; json: unknown; told: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'cli/main.ts', ...args, '--json'], {
      env: process.env,
    })
    const out: Buffer[] = []
    const told: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => told.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const text = Buffer.concat(out).toString()
      resolve({ code: code ?? 1, json: text ? JSON.parse(text) : null, told: Buffer.concat(told).toString() })
    })
  })
}

/** The same, where anything but success ends the test with what was told. */
export async function mustMangping<T>(args: string[]): Promise<T> {
  const { code, json, told } = await mangping(args)
  if (code !== 0) throw new Error(`mangping ${args.join(' ')}: exit ${code}: ${told}`)
  return json as T
}
