import next from 'eslint-config-next/core-web-vitals'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { importRule, rooms } from './scripts/lint/import-table.mjs'
import * as locks from './scripts/lint/locks.mjs'

const typescript = ['**/*.ts', '**/*.tsx']
const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.slow.ts']
const outside = ['scripts/**', 'e2e/**', 'audits/**', 'bench/**']

// A later entry replaces an earlier one's list, so each place names its whole list.
const restricted = (...lists) => ({ 'no-restricted-syntax': ['error', locks.plainLiterals, ...lists.flat()] })
const { castBan, settingsInOnePlace, serverActionsInPlace } = locks
const everywhere = [castBan, settingsInOnePlace, serverActionsInPlace]

export default defineConfig(
  {
    ignores: [
      '**/.next/',
      'data/',
      'lib/data/generated/',
      'next-env.d.ts',
      'test-results/',
      'playwright-report/',
    ],
  },
  next,
  { files: typescript, extends: [tseslint.configs.strict] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'max-lines': ['error', 250],
      'max-params': ['error', 3],
      'import/no-anonymous-default-export': 'off',
      // After signing in or out the whole page is loaded anew on purpose.
      '@next/next/no-location-assign-relative-destination': 'off',
    },
  },
  {
    files: typescript,
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      ...restricted(...everywhere),
    },
  },
  { files: ['app/**', 'components/**', 'lib/**'], rules: { 'no-console': 'error' } },

  // The import table.
  ...rooms.map((room) => ({ files: room.files, rules: { 'no-restricted-imports': importRule(room) } })),
  ...rooms.map((room) => ({
    files: room.files.flatMap((place) => [
      [place, '**/*.test.ts'],
      [place, '**/*.slow.ts'],
    ]),
    rules: { 'no-restricted-imports': importRule(room, { forTests: true }) },
  })),

  // The locks, place by place.
  {
    files: ['lib/stats/**/*.ts', 'lib/domain/**/*.ts'],
    rules: restricted(...everywhere, locks.noClockNoDice),
  },
  {
    files: [
      'lib/server/actor.ts',
      'lib/server/operator.ts',
      'lib/server/endpoint.ts',
      'lib/server/action.ts',
    ],
    rules: restricted(settingsInOnePlace, serverActionsInPlace),
  },
  {
    files: ['lib/env.ts', 'prisma.config.ts', 'playwright.config.ts', 'instrumentation.ts'],
    rules: restricted(castBan, serverActionsInPlace),
  },
  { files: [...tests, ...outside.map((place) => `${place}/*.ts`)], rules: restricted(serverActionsInPlace) },
  { files: ['app/**/actions.ts'], rules: restricted(castBan, settingsInOnePlace, locks.actionsWrapped) },
  { files: ['app/**/route.ts'], rules: restricted(...everywhere, locks.endpointsWrapped) },
  { files: ['app/api/auth/**/route.ts'], rules: restricted(...everywhere, locks.signInWrapped) },
  { files: ['app/admin/**/page.tsx'], rules: restricted(...everywhere, locks.pageAsks('requireAdmin')) },
  { files: ['app/rate/**/page.tsx'], rules: restricted(...everywhere, locks.pageAsks('requireRater')) },
  {
    files: ['app/inspect/**/page.tsx'],
    rules: restricted(...everywhere, locks.pageAsks('requireInspector')),
  },
)
