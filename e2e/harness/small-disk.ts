import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const script = join(import.meta.dirname, 'small-disk.sh')

/** Whether this machine can give one program a small file system of its own: Linux, with user namespaces. */
export function canHaveSmallDisk(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-disk-'))
  const tried = spawnSync(script, [folder, '64k', 'true'])
  rmdirSync(folder)
  return tried.status === 0
}

/** What to start a program under, so that `folder`/disk is a file system of `size`. */
export async function smallDisk(folder: string, size: string): Promise<string[]> {
  const disk = join(folder, 'disk')
  await mkdir(disk)
  return [script, disk, size]
}

/** A path as the process sees it whose file systems nobody else sees. */
export function pathSeenBy(pid: number | undefined, path: string): string {
  return `/proc/${pid}/root${path}`
}

/** Fills the file system that `file` is on to the last byte; returns how to make room again. */
export function fillDisk(file: string): () => void {
  const handle = openSync(file, 'w')
  // Ever smaller pieces, so that not even a page is left.
  for (const size of [1 << 20, 1 << 16, 1 << 12, 1]) {
    const piece = Buffer.alloc(size)
    let full = false
    while (!full) {
      try {
        writeSync(handle, piece)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        full = true
      }
    }
  }
  closeSync(handle)
  return () => rmSync(file)
}
