import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from './scripts/set-up/browser.mjs'

const executablePath = findBrowser()
const isFullAudit = process.env.MANGPING_AUDIT === 'full'

/**
 * `npm test` starts a site on a database of its own for each project and names its address in MANGPING_URL; by hand,
 * `MANGPING_URL=http://localhost:3000 npx playwright test --project=e2e` uses one that runs.
 */
export default defineConfig({
  outputDir: 'test-results',
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  reporter: 'list',
  use: {
    baseURL: process.env.MANGPING_URL ?? 'http://localhost:3000',
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: { args: browserFlags, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'e2e', testDir: 'e2e', testMatch: '**/*.spec.ts' },
    {
      name: 'audits',
      testDir: 'audits',
      testMatch: '**/*.spec.ts',
      // Long by nature: `npm run audit` alone.
      testIgnore: isFullAudit ? [] : 'full/**',
      timeout: isFullAudit ? 3_600_000 : 300_000,
    },
  ],
})
