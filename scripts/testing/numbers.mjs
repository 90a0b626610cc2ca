import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mustRun, typescript } from '../set-up/run.mjs'
import { runVitest } from './runners.mjs'
import { inWords } from './tally.mjs'

/** Suites of numbers alone: they need neither a database nor a browser. */
export const numberSuites = {
  async slow(only) {
    const folder = mkdtempSync(path.join(tmpdir(), 'mangping-slow-'))
    try {
      const tally = await runVitest('slow', { folder, env: process.env, only })
      console.log(inWords(tally))
      return tally.failed > 0 || tally.passed === 0 ? 1 : 0
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  async 'bench-stats'(words) {
    const node = ['--expose-gc', ...typescript('bench/stats/main.ts')]
    await mustRun('The benchmark', [...node, ...words], { env: process.env, stdio: 'inherit' })
    return 0
  },
}
