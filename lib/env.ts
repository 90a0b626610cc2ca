import { z } from 'zod'

/** The only reader of process.env. Read once; a wrong setting ends the process with the list of what is wrong. */
const settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'postgresql://user:password@host:port/database'),
  MIGRATION_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'at least 32 characters; npm start makes one at the first run'),
  MANGPING_URL: z.url().default('http://localhost:3000'),
  MANGPING_DATA_DIR: z.string().default('./data'),
  /** Only behind a proxy of one's own: its X-Forwarded-For tells who sent a request. */
  MANGPING_TRUST_PROXY: z
    .enum(['0', '1'])
    .default('0')
    .transform((word) => word === '1'),
  MANGPING_POOL: z.coerce.number().int().min(1).max(100).default(5),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

function readSettings() {
  const result = settings.safeParse(process.env)
  if (result.success) return result.data
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Settings are wrong: ${wrong.join('; ')}`)
}

// While Next builds, pages are only compiled: nothing is served and there may be no database yet.
const building = process.env['NEXT_PHASE'] === 'phase-production-build'

export const env = building
  ? settings.parse({
      ...process.env,
      DATABASE_URL: 'postgresql://build@127.0.0.1/build',
      NEXTAUTH_SECRET: 'only-while-building-'.repeat(3),
    })
  : readSettings()

/** The site's address without a trailing slash. */
export const siteUrl = env.MANGPING_URL.replace(/\/+$/, '')
export const isHttps = siteUrl.startsWith('https:')
