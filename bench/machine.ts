import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { arch, cpus, homedir, release, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'

/** One line that says what the figures below it were measured on. */
export function describeMachine(): string {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const name = processors[0]?.model.trim() ?? arch()
  return `${type()} ${release()}, ${processors.length} × ${name}, ${memory} GB, Node ${process.versions.node}`
}

/**
 * A new folder in memory where the system has one (`/dev/shm`): creating files on a disk is so erratic
 * that it would hide what is compared.
 */
export function memoryFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'longhand-bench-'))
}

/** Where programs to compare with are installed once; outside the project. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'longhand-bench')
}

/** The most memory that a running process has used, in bytes; 0 where the system doesn't say. */
export function peakMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    // The process ended between two looks, or there is no /proc.
    return 0
  }
}
