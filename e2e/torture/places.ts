import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where there is a file system in memory on Linux. */
const memory = '/dev/shm'

/** A new folder on a disk. */
export const folderOnDisk = () => mkdtempSync(join(tmpdir(), 'longhand-torture-'))

/**
 * A new folder in memory where the system has such a place: nothing waits for a disk there, and what a process
 * that is killed had written is there all the same.
 */
export function quickFolder(): string {
  return existsSync(memory) ? mkdtempSync(join(memory, 'longhand-torture-')) : folderOnDisk()
}
