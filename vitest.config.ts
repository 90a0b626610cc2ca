import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }
const inTree = (pattern: string) =>
  ['lib', 'worker', 'cli', 'components', 'messages', 'prisma', 'scripts', 'e2e/support'].map(
    (room) => `${room}/${pattern}`,
  )

/** Loads all it uses anew, with a pool of its own. */
const alone = ['lib/data/one-connection.db.test.ts']

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
          exclude: [...alone, 'node_modules/**'],
          testTimeout: 60_000,
          fileParallelism: false,
          // One process for all of them, as a server is: else each file loads the same program for a second.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'data-alone',
          include: alone,
          testTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
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
