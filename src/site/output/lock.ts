import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { z } from 'zod'
import { LonghandError } from '../../document'
import { systemCode, unless } from './file-errors'
import type { FileOperations } from './file-operations'
import { parseJson } from './manifest'

const lockSchema = z.object({ pid: z.number().int().positive(), since: z.number(), thread: z.number().int() })
/** A lock that can't be read may be half written; after this long it is only left over. */
const unreadableMs = 60_000
/** How far two reckonings of one process's start may lie apart. */
const sameStartMs = 5_000

/**
 * When this process started, epoch ms: tells it from an earlier one that had the same number. The same in each of its
 * threads, and however the clock is set meanwhile.
 */
const processStart = Math.round(performance.timeOrigin)
const lockIn = (workFolder: string) => join(workFolder, 'lock')

/**
 * Makes the work folder of an export this process's own. Throws `busy` while another export has it; one left
 * behind by a process that died is taken over with what is in it.
 * @param deadThread a thread of this process that was stopped, whose lock counts for nothing
 */
export async function claim(workFolder: string, files: FileOperations, deadThread?: number): Promise<void> {
  await files.makeFolder(workFolder)
  if (await isHeld(workFolder, deadThread)) throw busy(workFolder)
  try {
    await files.remove(lockIn(workFolder))
    const text = JSON.stringify({ pid: process.pid, since: processStart, thread: threadId })
    await files.write(lockIn(workFolder), text, { exclusive: true })
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw busy(workFolder)
    await files.remove(lockIn(workFolder))
    await files.removeEmpty(workFolder)
    throw error
  }
}

/** Lets the next export have the work folder and what is in it. */
export async function release(workFolder: string, files: FileOperations): Promise<void> {
  await files.remove(lockIn(workFolder))
}

/**
 * Removes a claimed work folder. What can't be removed does no harm, since the next export tries again, and is
 * no reason to call an export failed: this never throws.
 */
export async function abandon(workFolder: string, files: FileOperations): Promise<void> {
  await Promise.allSettled([release(workFolder, files)])
  await Promise.allSettled([files.remove(workFolder)])
}

/** Whether an export that is still running has the work folder. */
async function isHeld(workFolder: string, deadThread: number | undefined): Promise<boolean> {
  const path = lockIn(workFolder)
  const text = await unless(['ENOENT'], readFile(path, 'utf8'), null)
  if (text === null) return false
  const lock = lockSchema.safeParse(parseJson(text))
  if (!lock.success) {
    const stats = await unless(['ENOENT'], stat(path), null)
    return stats !== null && Date.now() - stats.mtimeMs < unreadableMs
  }
  if (lock.data.pid === process.pid) {
    return lock.data.thread !== deadThread && Math.abs(lock.data.since - processStart) < sameStartMs
  }
  return isRunning(lock.data.pid)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as another user.
    return systemCode(error) === 'EPERM'
  }
}

const busy = (workFolder: string) =>
  new LonghandError(
    'busy',
    `Another export into this folder is running. Wait for it; if there is none, remove ${workFolder} and try again.`,
  )
