import path from 'node:path'
import { run } from '../set-up/run.mjs'
import { tallyOf } from './tally.mjs'

/** One vitest project, with those whose names go on from its own (`data-alone` with `data`); resolves to its tally. */
export async function runVitest(project, { folder, env, only = [] }) {
  const report = path.join(folder, `vitest-${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['node_modules/vitest/vitest.mjs', 'run', `--project=${project}*`, ...reporters, ...only]
  console.error(`· Tests: ${project}`)
  const code = await run(process.execPath, args, { env: { ...env, NODE_ENV: 'test' } })
  return tallyOf(report, code)
}

/** One Playwright project against the house whose environment this is; resolves to its tally. */
export async function runPlaywright(project, { folder, env, only = [] }) {
  const report = path.join(folder, `playwright-${project}.json`)
  const args = [
    'node_modules/@playwright/test/cli.js',
    'test',
    `--project=${project}`,
    '--reporter=list,json',
    ...only,
  ]
  const told = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  console.error(`· Tests: ${project}`)
  const code = await run(process.execPath, args, { env: told })
  return tallyOf(report, code)
}
