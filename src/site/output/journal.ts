import { lstat, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { LonghandError } from '../../document'
import { unless } from './file-errors'
import type { FileOperations } from './file-operations'
import { assertInside } from './inside'
import { isSafePath, parseJson } from './manifest'

const pathSchema = z.string().refine(isSafePath)
const journalSchema = z.object({
  version: z.literal(1),
  /** Staged files to move to their places, in order; `number` names the staged file and the old one. */
  moves: z.array(
    z.object({
      number: z.number().int().nonnegative(),
      file: pathSchema,
      /** Whether there was a file in that place before. */
      replaces: z.boolean(),
      /** A second name for a file in that place which isn't Longhand's. */
      keepAs: pathSchema.nullable(),
    }),
  ),
  removes: z.array(z.object({ number: z.number().int().nonnegative(), file: pathSchema })),
})
export type Journal = z.infer<typeof journalSchema>

/** The folder of a running export inside the exported one, and what is in it. */
export const workFolderName = '.longhand-export'
export const stagedFile = (work: string, number: number) => join(work, 'staged', String(number))
const oldFile = (work: string, number: number) => join(work, 'old', String(number))
const forward = (work: string) => join(work, 'journal.json')
const backward = (work: string) => join(work, 'undo.json')

/**
 * Switches a folder from its old site to the staged one. From the moment the journal is on the disk, the
 * switch will be completed, by this process or by the next export. When a change fails, everything is put
 * back and the error thrown.
 */
export async function switchSite(out: string, journal: Journal, files: FileOperations): Promise<void> {
  const work = join(out, workFolderName)
  await files.write(`${forward(work)}.part`, JSON.stringify(journal))
  await files.move(`${forward(work)}.part`, forward(work))
  try {
    await files.flushFolder(work)
    await goForward(out, journal, files)
  } catch (error) {
    await undo(out, journal, files, error)
    throw error
  }
}

async function undo(out: string, journal: Journal, files: FileOperations, reason: unknown): Promise<void> {
  const work = join(out, workFolderName)
  try {
    await files.move(forward(work), backward(work))
    await goBack(out, journal, files)
  } catch (error) {
    const sentence = `The export to ${out} was cut off while its files were being switched, and could not be taken back. The next export into this folder puts it right.`
    throw new LonghandError('io', sentence, { cause: new AggregateError([reason, error]) })
  }
}

/** Whether a switch was cut off: what is in the work folder is then needed to complete it. */
export async function isSwitching(out: string): Promise<boolean> {
  const work = join(out, workFolderName)
  return (await exists(forward(work))) || (await exists(backward(work)))
}

/** Completes a switch that was cut off, forward or back as it was going; does nothing when there was none. */
export async function completeSwitch(out: string, files: FileOperations): Promise<void> {
  const work = join(out, workFolderName)
  const undo = await readJournal(backward(work))
  const journal = undo ?? (await readJournal(forward(work)))
  if (journal === null) return
  await assertAllInside(out, journal)
  if (undo !== null) await goBack(out, journal, files)
  else await goForward(out, journal, files)
}

/** A journal that was found may be anybody's, and so may the links in the folder. */
async function assertAllInside(out: string, { moves, removes }: Journal): Promise<void> {
  const kept = moves.flatMap(({ keepAs }) => keepAs ?? [])
  const own = [stagedFile(workFolderName, 0), oldFile(workFolderName, 0)]
  const known = new Set<string>()
  for (const file of [...own, ...kept, ...[...moves, ...removes].map((change) => change.file)]) {
    await assertInside(out, dirname(file), known)
  }
}

async function readJournal(path: string): Promise<Journal | null> {
  const text = await unless(['ENOENT'], readFile(path, 'utf8'), null)
  return text === null ? null : journalSchema.parse(parseJson(text))
}

/** Every step can be taken again after a crash in the middle of it. */
async function goForward(out: string, journal: Journal, files: FileOperations): Promise<void> {
  const work = join(out, workFolderName)
  await files.makeFolder(join(work, 'old'))
  for (const { number, file, replaces, keepAs } of journal.moves) {
    if (!(await exists(stagedFile(work, number)))) continue
    const place = join(out, file)
    await files.makeFolder(dirname(place))
    if (keepAs !== null) await files.keepAs(place, join(out, keepAs))
    if (replaces) await files.keepAs(place, oldFile(work, number))
    await files.move(stagedFile(work, number), place)
  }
  for (const { number, file } of journal.removes) {
    if (await exists(join(out, file))) await files.move(join(out, file), oldFile(work, number))
  }
  for (const { file } of journal.removes) await removeEmptyFolders(out, dirname(file), files)
  await flushFoldersOf(out, journal, files)
  // Only now is the way back closed: without the journal, the old files are nobody's.
  await files.remove(forward(work))
}

async function goBack(out: string, journal: Journal, files: FileOperations): Promise<void> {
  const work = join(out, workFolderName)
  for (const { number, file } of journal.removes) {
    if (!(await exists(oldFile(work, number)))) continue
    await files.makeFolder(dirname(join(out, file)))
    await files.move(oldFile(work, number), join(out, file))
  }
  for (const { number, file, replaces, keepAs } of [...journal.moves].reverse()) {
    if (replaces) {
      if (await exists(oldFile(work, number))) await files.move(oldFile(work, number), join(out, file))
    } else if (!(await exists(stagedFile(work, number)))) {
      await files.remove(join(out, file))
    }
    if (keepAs !== null) await files.remove(join(out, keepAs))
    if (!replaces) await removeEmptyFolders(out, dirname(file), files)
  }
  await flushFoldersOf(out, journal, files)
  await files.remove(backward(work))
}

/** The renames must be on the disk before the journal that could repeat them is gone. */
async function flushFoldersOf(out: string, journal: Journal, files: FileOperations): Promise<void> {
  const folders = new Set([...journal.moves, ...journal.removes].map(({ file }) => dirname(join(out, file))))
  const standing: string[] = []
  for (const folder of folders) if (await exists(folder)) standing.push(folder)
  await files.flushAll(out, [], standing)
}

async function removeEmptyFolders(out: string, folder: string, files: FileOperations): Promise<void> {
  for (let path = folder; path !== '.'; path = dirname(path)) {
    if (!(await files.removeEmpty(join(out, path)))) return
  }
}

const exists = async (path: string) => (await unless(['ENOENT', 'ENOTDIR'], lstat(path), null)) !== null
