import { toolEnvironment } from './environment.mjs'
import { whenChanged } from './fingerprint.mjs'
import { mustRun, step } from './run.mjs'

/** The Prisma client, generated anew when the schema or Prisma changed. */
export function generateClient() {
  const command = ['node_modules/prisma/build/index.js', 'generate']
  const env = { ...process.env, ...toolEnvironment }
  return whenChanged({
    places: ['prisma/schema.prisma', 'prisma/schema', 'prisma.config.ts', 'package-lock.json'],
    stamp: 'lib/data/generated/.fingerprint',
    work: () =>
      step('Generating the database client · 生成数据库客户端', () =>
        mustRun('prisma generate', command, { env }),
      ),
  })
}
