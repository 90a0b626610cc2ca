import { toolEnvironment } from './environment.mjs'
import { whenChanged } from './fingerprint.mjs'
import { mustRun, step } from './run.mjs'

// tsconfig.json and next-env.d.ts are missing on purpose: Next writes them while it builds.
const places = [
  ...['app', 'components', 'lib', 'messages', 'public'],
  ...['proxy.ts', 'next.config.js', 'postcss.config.mjs', 'package-lock.json'],
]
const isSource = (file) => !file.endsWith('.test.ts') && !file.endsWith('.fingerprint')

export const next = 'node_modules/next/dist/bin/next'

/** `next build` when sources changed. It needs no database. */
export function buildSite() {
  const env = { ...process.env, ...toolEnvironment, NODE_ENV: 'production' }
  return whenChanged({
    places,
    isSource,
    stamp: '.next/.fingerprint',
    work: () => step('Building the site · 构建网站', () => mustRun('next build', [next, 'build'], { env })),
  })
}
