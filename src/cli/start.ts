import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { chooseLibrary } from './library-path'
import { run } from './run'

/**
 * Runs the command line in this process and sets its exit code.
 * @param folder where the built programs lie: the export's worker is beside this one
 */
export async function start(argv: readonly string[], folder: string): Promise<void> {
  // Whoever read the output has had enough (`longhand list | head`): that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const root = join(folder, '..', '..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  process.exitCode = await run(argv, {
    out: process.stdout,
    error: process.stderr,
    version,
    opening: {
      resources: join(root, 'resources'),
      rendererFolder: join(root, 'out', 'renderer'),
      siteWorker: join(folder, 'site-worker.js'),
      libraryWorker: join(folder, 'library-worker.js'),
      checkWorker: join(folder, 'check-worker.js'),
      backupWorker: join(folder, 'backup-worker.js'),
      shell: 'browser',
      version,
      log: openLog(),
    },
    libraryPath: (option) =>
      chooseLibrary({ option, environment: process.env, home: homedir(), exists: existsSync }),
    onInterrupt: listenForInterrupt,
  })
}

/** A Node that started this one hands on what the terminal has sent already. */
const echoMs = 300

/** The first Ctrl-C asks the command to stop; a second one doesn't ask. */
function listenForInterrupt(stop: () => void): () => void {
  const state = { stoppedAt: Number.NaN }
  const interrupt = () => {
    if (Date.now() - state.stoppedAt > echoMs) process.exit(130)
    if (Number.isNaN(state.stoppedAt)) state.stoppedAt = Date.now()
    stop()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return () => {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

/** Failures are told by the command; their causes are for whoever looks for them. */
function openLog() {
  const write = (message: string) => {
    if (process.env.LONGHAND_DEBUG) process.stderr.write(`${message}\n`)
  }
  return {
    info: write,
    error: (message: string, cause?: unknown) =>
      write(cause instanceof Error ? `${message}\n${cause.stack}` : message),
  }
}
