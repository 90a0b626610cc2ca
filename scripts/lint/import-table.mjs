// Who may import whom (ARCHITECTURE.md). `ours` lists the rooms of this project that a room may use, `except` what it
// may not use of them, `packages` what it may or may not use from outside.

const framework = ['next', 'next-auth', 'next-intl', 'react', 'react-dom', 'radix-ui']
const database = ['@prisma', 'pg', 'pg-boss']

export const rooms = [
  {
    files: ['lib/stats/**'],
    ours: ['lib/stats'],
    packages: { only: [] },
    why: 'lib/stats is mathematics: numbers in, numbers out. It imports nothing but itself.',
  },
  {
    files: ['lib/domain/**'],
    ours: ['lib/domain', 'lib/stats'],
    packages: { only: ['zod', 'csv-parse', 'yaml'] },
    why: 'lib/domain is pure rules: lib/stats, zod and pure parsers; whatever comes from outside is an argument.',
  },
  {
    files: ['lib/render/**'],
    ours: ['lib/render', 'lib/domain'],
    packages: { never: [...framework, ...database] },
    why: 'lib/render turns text into safe HTML and knows of ours nothing but lib/domain.',
  },
  {
    files: ['lib/data/**'],
    ours: ['lib/data', 'lib/domain', 'lib/stats', 'lib/env', 'package.json'],
    packages: { never: framework },
    why: 'lib/data keeps things: it uses lib/domain, lib/stats, lib/env and Prisma, and knows no page and no session.',
  },
  {
    files: ['lib/server/**'],
    ours: ['lib/server', 'lib/data', 'lib/domain', 'lib/env'],
    except: ['lib/data/db', 'lib/data/generated'],
    packages: { never: database },
    why: 'lib/server says who is asking: it uses lib/data (not its pool), lib/domain and lib/env.',
  },
  {
    files: ['components/**'],
    ours: ['components', 'lib/domain'],
    packages: { never: ['next-auth', ...database] },
    why: 'A component gets props and gives events: it uses lib/domain, never data, a session or a setting.',
  },
  {
    files: ['app/**'],
    ours: ['app', 'components', 'lib/server', 'lib/data', 'lib/domain'],
    except: ['lib/data/db', 'lib/data/generated', 'lib/data/accounts'],
    packages: { never: ['next-auth', ...database] },
    why: 'app is URLs: it asks lib/server who it is, lib/data for what is kept, components for the look. Numbers, the pool and signing in are behind those.',
  },
  {
    files: ['proxy.ts', 'instrumentation.ts'],
    ours: ['lib/server', 'lib/domain', 'lib/env'],
    packages: { never: ['next-auth', ...database] },
    why: 'What runs before a page knows no data and decides nothing about permission.',
  },
  {
    files: ['worker/**'],
    ours: [
      'worker',
      'lib/server/operator',
      'lib/server/log',
      'lib/data',
      'lib/render',
      'lib/domain',
      'lib/stats',
      'lib/env',
    ],
    packages: { never: framework },
    why: 'The worker runs without a web server: no Next, no React, no next-auth.',
  },
  {
    files: ['cli/**', 'prisma/**'],
    ours: [
      ...['cli', 'worker', 'prisma', 'lib/server/operator', 'lib/server/log'],
      ...['lib/data', 'lib/render', 'lib/domain', 'lib/stats', 'lib/env', 'package.json'],
    ],
    packages: { never: framework },
    why: 'The command line runs without a web server: no Next, no React, no next-auth.',
  },
  {
    files: ['e2e/**', 'audits/**', 'bench/**'],
    packages: { never: ['next/dist'] },
    why: 'Tests go through the doors that people use, not through Next itself.',
  },
]

const literally = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const anyOf = (names) => `(?:${names.map(literally).join('|')})(?:/|$)`
const nothing = '(?!)'

const climbing = {
  regex: '^\\.\\./',
  message:
    'Across folders write @/…, so that a file can move without its imports. ./ is for the same folder.',
}

function packageRule({ only, never }) {
  const outside = '(?!\\.|@/)'
  if (only) return `^${outside}(?!${only.length > 0 ? anyOf(only) : nothing})`
  return `^${anyOf(never)}`
}

/** The options of `no-restricted-imports` for a room; its tests may use test tools and other rooms' factories. */
export function importRule(room, { forTests = false } = {}) {
  const patterns = [climbing]
  if (!forTests) {
    if (room.ours) patterns.push({ regex: `^@/(?!${anyOf(room.ours)})`, message: room.why })
    if (room.except) patterns.push({ regex: `^@/${anyOf(room.except)}`, message: room.why })
  }
  if (!forTests || room.packages.never)
    patterns.push({ regex: packageRule(room.packages), message: room.why })
  return ['error', { patterns }]
}
