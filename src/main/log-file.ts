import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Log } from '../api'

/** A mebibyte holds months of a healthy life, and opens in any editor. */
const maxBytes = 1024 * 1024
/** `longhand.log`, `longhand.log.1`, `longhand.log.2`. */
const generations = 3

/**
 * A log in a file, written at once, so that the last line before a crash is there. It moves aside when it is
 * full, and the oldest goes. A disk that takes no line must not stop the app: the line goes to the terminal.
 */
export function openLogFile(file: string, options: { maxBytes?: number; now?: () => Date } = {}): Log {
  const limit = options.maxBytes ?? maxBytes
  const now = options.now ?? (() => new Date())
  const write = (level: string, message: string) => {
    const line = `${now().toISOString()} ${level} ${message}\n`
    try {
      mkdirSync(dirname(file), { recursive: true })
      if (existsSync(file) && statSync(file).size + line.length > limit) rotate(file)
      appendFileSync(file, line)
    } catch (error) {
      process.stderr.write(`${line}The log could not be written: ${explain(error)}\n`)
    }
  }
  return {
    info: (message) => write('info', message),
    error: (message, cause) =>
      write(
        'error',
        cause === undefined ? message : `${message}\n  ${explain(cause).replace(/\n/g, '\n  ')}`,
      ),
  }
}

function rotate(file: string): void {
  const name = (generation: number) => (generation === 0 ? file : `${file}.${generation}`)
  for (let older = generations - 1; older > 0; older--) {
    if (existsSync(name(older - 1))) renameSync(name(older - 1), name(older))
  }
}

/** An error with its stack and its causes. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const own = error.stack ?? `${error.name}: ${error.message}`
  return error.cause === undefined ? own : `${own}\nCaused by ${explain(error.cause)}`
}
