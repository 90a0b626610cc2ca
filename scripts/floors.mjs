import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './set-up/settings.mjs'

/** Below these versions there are known holes. */
const floors = { next: '16.2.11', react: '19.2.6', 'next-auth': '4.24.15' }

const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
const numbers = (version) => version.split('-')[0].split('.').map(Number)

function isAtLeast(version, floor) {
  const [have, need] = [numbers(version), numbers(floor)]
  const at = need.findIndex((number, place) => have[place] !== number)
  return at === -1 || have[at] > need[at]
}

let failed = 0
for (const [name, floor] of Object.entries(floors)) {
  const { version } = packages[`node_modules/${name}`]
  const holds = isAtLeast(version, floor)
  if (!holds) failed += 1
  console.log(`${holds ? 'ok' : 'NOT OK'}  ${name} ${version}, at least ${floor}`)
}
console.log(`floors: ${Object.keys(floors).length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
