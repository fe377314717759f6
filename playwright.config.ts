import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/harness/find-browser.ts'

const browser = findBrowser()
const launchOptions = {
  ...(browser === undefined ? {} : { executablePath: browser }),
  args: ['--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-sync'],
}

/**
 * The same journeys in both shells. What only one shell has is in `*.electron.spec.ts` and
 * `*.browser.spec.ts`; nothing is skipped.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // One that passes only at the second try doesn't stop the others' work; the end of the run names it.
  retries: process.env.CI ? 1 : 0,
  // A shell that doesn't start fails each test at its time limit; a handful tells as much as a hundred.
  maxFailures: 8,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    viewport: { width: 1280, height: 800 },
  },
  projects: [
    { name: 'electron', testMatch: /\.spec\.ts$/, testIgnore: /\.browser\.spec\.ts$/ },
    {
      name: 'browser',
      testMatch: /\.spec\.ts$/,
      testIgnore: /\.electron\.spec\.ts$/,
      use: { launchOptions },
    },
    {
      // `npm run screenshots`: not a test, but the pictures of the documentation.
      name: 'screenshots',
      testMatch: /screenshots\.ts$/,
      // Sharp on most screens, and each picture below 400 kB.
      use: { launchOptions, deviceScaleFactor: 1.25 },
    },
  ],
})
