import { copyFile, writeFile } from 'node:fs/promises'
import { diskOperations, type FileOperations } from './file-operations'

/** The disk without flushing, which no test here can tell from the disk and which takes nearly all the time. */
const quickOperations: FileOperations = {
  ...diskOperations,
  write: (path, content, options) => writeFile(path, content, { flag: options?.exclusive ? 'wx' : 'w' }),
  copy: (from, to) => copyFile(from, to),
  flushFolder: async () => undefined,
  flushAll: async () => undefined,
}

/** A disk for tests that counts its changes and lets one of them go wrong. */
export interface FaultyDisk {
  readonly operations: FileOperations
  /** Changes asked for so far. */
  count(): number
}

/**
 * @param at the change that goes wrong, from 1; 0 for none
 * @param fault `dies`: neither it nor any later one happens, as when the machine stops; else it fails with this
 * code of the system and later ones work
 */
export function faultyDisk(at: number, fault: 'dies' | 'ENOSPC' | 'EACCES'): FaultyDisk {
  let count = 0
  const operations = Object.fromEntries(
    Object.entries(quickOperations).map(([name, operation]) => [
      name,
      async (...values: never[]) => {
        count++
        if (count === at || (fault === 'dies' && at > 0 && count > at)) {
          throw Object.assign(new Error(`${fault} at change ${at}`), { code: fault })
        }
        return (operation as (...values: never[]) => Promise<unknown>)(...values)
      },
    ]),
  ) as unknown as FileOperations
  return { operations, count: () => count }
}
