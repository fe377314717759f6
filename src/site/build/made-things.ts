import { readFile } from 'node:fs/promises'
import { LonghandError } from '../../document'
import { assetFileIn } from '../../library'
import { MadeFiles } from '../images/made-files'
import type { MakerSources } from '../images/make'
import { type Recipe, recipeKey } from '../images/recipe'
import { loadSharp } from '../images/sharp'
import type { Warnings } from '../warnings'
import type { Sink } from './sink'

/** How many are waited for at once: more than are made at once, so that the disk and the makers both have work. */
const mostUnderWay = 4

/**
 * Makes pictures of the site that are in no library, and hands them over; those that stand there are left. One that
 * can't be made is the original, which a warning says. Throws `cancelled` as soon as the sink's signal is aborted.
 * @param files by path
 * @param folder where to remember them; nothing is remembered without one
 */
export async function makeThings(
  files: ReadonlyMap<string, Recipe>,
  libraryPath: string,
  folder: string | undefined,
  warnings: Warnings,
  sink: Pick<Sink, 'keepAll' | 'expectThings' | 'lookAgain' | 'take' | 'signal'>,
  openPicture: MakerSources['openPicture'] = loadSharp,
): Promise<void> {
  const left = [...files].filter(([file, recipe]) => !sink.keepAll([file], recipeKey(recipe)))
  if (left.length === 0) return
  sink.expectThings(left.length)
  const readAsset = (hash: string) => readFile(assetFileIn(libraryPath, { hash }))
  const made = await MadeFiles.open(folder, { readAsset, openPicture })
  const queue = left.values()
  const work = async () => {
    for (const [file, recipe] of queue) {
      const { content, hash, isSubstitute } = await made.bytes(recipe, sink.signal)
      // A substitute is tried again the next time, and warned of again.
      if (isSubstitute) {
        sink.lookAgain()
        warnings.add(await whySubstitute(file, openPicture))
      }
      const fingerprint = isSubstitute ? {} : { fingerprint: recipeKey(recipe) }
      await sink.take({ kind: 'bytes', file, content }, { ...fingerprint, hash })
    }
  }
  await allOrNone(Array.from({ length: mostUnderWay }, work), queue, sink.signal)
  await made.tidy(Date.now())
}

/** Waits for all works; when one fails the others take nothing more from the queue, and end before it is told. */
async function allOrNone(
  works: readonly Promise<void>[],
  queue: Iterator<unknown>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const ended = await Promise.allSettled(
    works.map((work) =>
      work.catch((error: unknown) => {
        while (queue.next().done !== true);
        throw error
      }),
    ),
  )
  if (signal?.aborted)
    throw new LonghandError('cancelled', 'The export was cancelled. What was there before is unchanged.')
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}

async function whySubstitute(file: string, openPicture: MakerSources['openPicture']): Promise<string> {
  return (await openPicture()) === undefined
    ? 'Pictures can’t be converted on this machine; the originals stand in place of other widths and formats.'
    : `${file} could not be made; the original stands in its place.`
}
