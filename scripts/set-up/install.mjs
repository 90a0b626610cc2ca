import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from './refusal.mjs'
import { run, step } from './run.mjs'
import { root } from './settings.mjs'

const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages

/** Whether node_modules holds what the lockfile names; npm writes its own list last, so a broken-off install lacks it. */
function isInstalled() {
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false
  const installed = read('node_modules/.package-lock.json')
  return Object.entries(read('package-lock.json')).every(([place, wanted]) => {
    if (place === '' || wanted.optional || wanted.devOptional) return true
    return installed[place]?.version === wanted.version
  })
}

/** `npm ci` when node_modules is missing or not what the lockfile names. Building needs the tools too. */
export async function install() {
  if (isInstalled()) return
  const flags = ['ci', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const [program, args] = npm ? [process.execPath, [npm, ...flags]] : ['npm', flags]
  await step('Installing packages · 安装依赖', async () => {
    const code = await run(program, args, { env: { ...process.env, NODE_ENV: 'development' } })
    if (code !== 0) throw new Refusal(`npm ci failed with exit code ${code}; the lines above say why.`)
  })
}
