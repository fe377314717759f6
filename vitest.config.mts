import { defineConfig } from 'vitest/config'

/** More random cases take longer (src/random-cases.ts). */
const cases = Math.max(1, Number(process.env.LONGHAND_CASES ?? 1))

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Modules keep no state of their own (no module-level `let`), so the files of one worker may share them.
    pool: 'threads',
    isolate: false,
    // Much of the time goes into waiting for the disk, so two cores are worth two workers.
    maxWorkers: '100%',
    testTimeout: 20_000 * cases,
    tags: [
      {
        name: 'thorough',
        description: 'takes long: whole exports, processes, damage at every place. Not in `npm run check`.',
      },
    ],
  },
})
