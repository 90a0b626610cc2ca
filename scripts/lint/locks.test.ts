import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const eslint = new ESLint()

/** The messages for this code, were it in that file. */
async function refusals(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file })
  const rules = /^no-restricted|^no-console|^@typescript-eslint\/no-(explicit-any|non-null)/
  return (result?.messages ?? [])
    .filter(({ ruleId }) => rules.test(ruleId ?? ''))
    .map(({ message }) => message)
}

const actorImport = `import type { Admin, Rater } from '@/lib/domain/people/actor'\n`
const wrapped = `import { adminAction } from '@/lib/server/action'\nimport { schema } from './schema'\n`
const endpoint = `import { raterEndpoint } from '@/lib/server/endpoint'\n`

const refused: [sentence: string, file: string, code: string][] = [
  ['lib/stats imports zod', 'lib/stats/descriptive/mean.ts', `import { z } from 'zod'\nexport const a = z`],
  [
    'lib/stats imports a rule',
    'lib/stats/descriptive/mean.ts',
    `import { a } from '@/lib/domain/rating/scale'\nexport { a }`,
  ],
  ['lib/stats throws dice', 'lib/stats/descriptive/mean.ts', `export const a = Math.random()`],
  [
    'lib/domain imports Prisma',
    'lib/domain/a.ts',
    `import { a } from '@/lib/data/generated/client'\nexport { a }`,
  ],
  ['lib/domain imports a package', 'lib/domain/a.ts', `import { a } from 'next/server'\nexport { a }`],
  ['lib/domain reads the clock', 'lib/domain/a.ts', `export const now = new Date()`],
  ['lib/domain asks what time it is', 'lib/domain/a.ts', `export const now = Date.now()`],
  ['lib/data imports React', 'lib/data/a.ts', `import { cache } from 'react'\nexport { cache }`],
  ['lib/data imports the door', 'lib/data/a.ts', `import { a } from '@/lib/server/actor'\nexport { a }`],
  ['lib/server imports the pool', 'lib/server/a.ts', `import { db } from '@/lib/data/db'\nexport { db }`],
  [
    'a component imports data',
    'components/a.tsx',
    `import { a } from '@/lib/data/studies/status'\nexport { a }`,
  ],
  [
    'a component imports a type of data',
    'components/a.tsx',
    `import type { A } from '@/lib/data/a'\nexport type { A }`,
  ],
  [
    'app imports statistics',
    'app/a.ts',
    `import { mean } from '@/lib/stats/descriptive/mean'\nexport { mean }`,
  ],
  ['app imports the sign-in side', 'app/a.ts', `import { a } from '@/lib/data/accounts'\nexport { a }`],
  ['app imports Prisma', 'app/a.ts', `import { a } from '@prisma/client'\nexport { a }`],
  ['the worker imports Next', 'worker/a.ts', `import { cookies } from 'next/headers'\nexport { cookies }`],
  [
    'the worker imports a door of the web',
    'worker/a.ts',
    `import { a } from '@/lib/server/actor'\nexport { a }`,
  ],
  ['the command line imports React', 'cli/a.ts', `import { cache } from 'react'\nexport { cache }`],
  ['an import climbs', 'lib/data/a/b.ts', `import { db } from '../db'\nexport { db }`],
  ['a cast makes a rater', 'lib/data/a.ts', `${actorImport}export const a = { id: '1' } as Rater`],
  [
    'a cast by way of unknown makes an admin',
    'cli/a.ts',
    `${actorImport}export const a = '1' as unknown as Admin`,
  ],
  [
    'a cast names its type in place',
    'app/a.ts',
    `export const a = {} as import('@/lib/domain/people/actor').Admin`,
  ],
  ['an action is a bare function', 'app/a/actions.ts', `'use server'\nexport async function save() {}`],
  ['an action is a bare arrow', 'app/a/actions.ts', `'use server'\nexport const save = async () => 1`],
  ['an action is exported by name', 'app/a/actions.ts', `const a = async () => 1\nexport { a }`],
  ['an action is exported from elsewhere', 'app/a/actions.ts', `export * from './other'`],
  ['an action is the default', 'app/a/actions.ts', `export default async () => 1`],
  [
    'an action wraps itself',
    'app/a/actions.ts',
    `const adminAction = (a: () => void) => a\nexport const b = adminAction(() => {})`,
  ],
  [
    'a wrapper comes from elsewhere',
    'app/a/actions.ts',
    `import { adminAction } from './mine'\nexport const b = adminAction()`,
  ],
  [
    'a route is a bare function',
    'app/api/v1/a/route.ts',
    `export async function GET() { return new Response() }`,
  ],
  ['a route is a bare arrow', 'app/api/v1/a/route.ts', `export const GET = async () => new Response()`],
  ['a route is wrapped in something else', 'app/api/v1/a/route.ts', `export const GET = String(1)`],
  [
    'the sign-in wrapper is used elsewhere',
    'app/api/v1/a/route.ts',
    `import { authEndpoint } from '@/lib/server/auth-endpoint'\nexport const GET = authEndpoint`,
  ],
  ['an action hides in a page', 'app/a/b.tsx', `export async function save() { 'use server' }`],
  ['an admin page does not ask', 'app/admin/a/page.tsx', `export default function Page() { return null }`],
  ['a setting is read in place', 'lib/data/a.ts', `export const a = process.env['A']`],
  ['a page prints', 'app/a.ts', `console.log(1)`],
  ['a type is any', 'lib/data/a.ts', `export const a = (b: any) => b`],
  ['a value is said not to be null', 'lib/data/a.ts', `export const a = (b: string | null) => b!.length`],
  [
    'a rule is switched off in place',
    'lib/data/a.ts',
    `/* eslint-disable */\nexport const a = process.env['A']`,
  ],
]

const allowed: [sentence: string, file: string, code: string][] = [
  ['lib/domain uses zod', 'lib/domain/a.ts', `import { z } from 'zod'\nexport const a = z`],
  [
    'lib/domain takes the time',
    'lib/domain/a.ts',
    `export const a = (now: Date) => new Date(now.getTime() + 1)`,
  ],
  ['lib/data uses its pool', 'lib/data/a.ts', `import { db } from './db'\nexport { db }`],
  [
    'the actor is made where it is checked',
    'lib/server/actor.ts',
    `${actorImport}export const a = { id: '1' } as Rater`,
  ],
  [
    'an action is wrapped',
    'app/a/actions.ts',
    `'use server'\n${wrapped}export const save = adminAction(schema, async () => 1)`,
  ],
  [
    'a route is wrapped',
    'app/api/v1/a/route.ts',
    `${endpoint}export const GET = raterEndpoint(null, async () => 1)`,
  ],
  [
    'signing in hands over',
    'app/api/auth/a/route.ts',
    `import { authEndpoint } from '@/lib/server/auth-endpoint'\nexport const GET = authEndpoint`,
  ],
  [
    'an admin page asks',
    'app/admin/a/page.tsx',
    `import { requireAdmin } from '@/lib/server/actor'\nexport default async function Page() { await requireAdmin(); return null }`,
  ],
  ['the command line uses the worker', 'cli/a.ts', `import { run } from '@/worker/import'\nexport { run }`],
  ['lib/env reads settings', 'lib/env.ts', `export const a = process.env['A']`],
]

// Loading the whole configuration takes the first test a while.
describe('The locks', { timeout: 60_000 }, () => {
  it.each(refused)('refuse that %s', async (_sentence, file, code) => {
    expect(await refusals(file, code)).not.toEqual([])
  })

  it.each(allowed)('let through that %s', async (_sentence, file, code) => {
    expect(await refusals(file, code)).toEqual([])
  })
})
