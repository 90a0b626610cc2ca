import './set-up/node-version.mjs'
import { install } from './set-up/install.mjs'
import { Refusal, runProgram } from './set-up/refusal.mjs'

const [suite = 'test', ...words] = process.argv.slice(2)

// `npm test`, `npm run audit`, `npm run bench`: everything that its side needs, from installing to the last line.
await runProgram(async () => {
  if (!['test', 'audit', 'bench'].includes(suite))
    throw new Refusal(`There is no suite "${suite}": test, audit or bench.`)
  await install()
  const { runSuite } = await import('./testing/suites.mjs')
  return runSuite(suite, words)
})
