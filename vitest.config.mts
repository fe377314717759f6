import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Modules keep no state of their own (no module-level `let`), so the files of one worker may share them.
    pool: 'threads',
    isolate: false,
    testTimeout: 20_000,
  },
})
