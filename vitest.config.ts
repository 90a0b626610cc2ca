import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }
const inTree = (pattern: string) =>
  ['lib', 'worker', 'cli', 'components', 'messages', 'prisma', 'scripts', 'e2e/support'].map(
    (room) => `${room}/${pattern}`,
  )

/** `unit` needs nothing; `data` needs a migrated PostgreSQL in DATABASE_URL; `slow` are long proofs of numbers. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: inTree('**/*.test.ts'),
          exclude: ['**/*.db.test.ts', 'node_modules/**'],
          setupFiles: ['scripts/testing/properties.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'data',
          include: inTree('**/*.db.test.ts'),
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'slow',
          include: inTree('**/*.slow.ts'),
          testTimeout: 3_600_000,
        },
      },
    ],
  },
})
