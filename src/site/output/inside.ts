import { lstat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LonghandError } from '../../document'
import { unless } from './file-errors'

/**
 * Throws `not-our-folder` when a folder on the way from `out` is a link or a file: a change there would be one
 * outside.
 * @param folder relative to `out`
 * @param known folders that were looked at already; takes those that are looked at now
 */
export async function assertInside(out: string, folder: string, known: Set<string>): Promise<void> {
  if (folder === '.' || known.has(folder)) return
  await assertInside(out, dirname(folder), known)
  const stats = await unless(['ENOENT'], lstat(join(out, folder)), null)
  if (stats !== null && !stats.isDirectory()) throw inTheWay(out, folder, 'is not a folder')
  known.add(folder)
}

export const inTheWay = (out: string, file: string, what: string) =>
  new LonghandError(
    'not-our-folder',
    `${join(out, file)} ${what}, which is in the way of the site. Nothing was changed; move it or choose another folder.`,
  )
