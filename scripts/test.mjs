import './set-up/node-version.mjs'
import { install } from './set-up/install.mjs'
import { Refusal, runProgram } from './set-up/refusal.mjs'

const [suite = 'test', ...words] = process.argv.slice(2)

// `npm test`, `npm run test:slow`, `audit`, `bench`, `bench:stats`: everything that its side needs, from installing to
// the last line.
await runProgram(async () => {
  const known = ['test', 'audit', 'bench', 'slow', 'bench-stats']
  if (!known.includes(suite)) throw new Refusal(`There is no suite "${suite}": ${known.join(', ')}.`)
  await install()
  const { numberSuites } = await import('./testing/numbers.mjs')
  if (Object.hasOwn(numberSuites, suite)) return numberSuites[suite](words)
  const { runSuite } = await import('./testing/suites.mjs')
  return runSuite(suite, words)
})
