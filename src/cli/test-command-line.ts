import { join } from 'node:path'
import { run } from './run'

/** What `--version` says in tests. */
export const testVersion = '1.2.3'

const root = join(import.meta.dirname, '..', '..')

export interface TestCommandLine {
  run(...args: string[]): Promise<{ code: number; out: string; error: string }>
  /** Runs with `--json` and reads the one document that standard output has to be. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the document.
  json(...args: string[]): Promise<{ code: number; value: any }>
}

/** The command line in this process, for tests, on a library of theirs. */
export function createTestCommandLine(library: string): TestCommandLine {
  const command: TestCommandLine = {
    async run(...args) {
      const written = { out: '', error: '' }
      const code = await run(args, {
        out: { write: (text) => (written.out += text) },
        error: { write: (text) => (written.error += text) },
        version: testVersion,
        opening: {
          resources: join(root, 'resources'),
          siteWorker: join(root, 'none.js'),
          shell: 'browser',
          version: testVersion,
          log: { info: () => undefined, error: () => undefined },
        },
        libraryPath: (option) => option ?? library,
        onInterrupt: () => () => undefined,
      })
      return { code, ...written }
    },
    async json(...args) {
      const { code, out } = await command.run('--json', ...args)
      return { code, value: JSON.parse(out) }
    },
  }
  return command
}
