import { readFile } from 'node:fs/promises'
import { assetFileIn } from '../../library'
import { MadeFiles } from '../images/made-files'
import { type Recipe, recipeKey } from '../images/recipe'
import { loadSharp } from '../images/sharp'
import type { Warnings } from '../warnings'
import type { Sink } from './build-site'

/** How many are waited for at once: more than are made at once, so that the disk and the makers both have work. */
const mostUnderWay = 4

/**
 * Makes pictures of the site that are in no library, and hands them over; those that stand there are left.
 * @param files by path
 * @param folder where to remember them; nothing is remembered without one
 */
export async function makeThings(
  files: ReadonlyMap<string, Recipe>,
  libraryPath: string,
  folder: string | undefined,
  warnings: Warnings,
  sink: Sink,
): Promise<void> {
  const left = [...files].filter(([file, recipe]) => !sink.keepAll([file], recipeKey(recipe)))
  if (left.length === 0) return
  sink.expectThings(left.length)
  const sources = {
    readAsset: (hash: string) => readFile(assetFileIn(libraryPath, { hash })),
    openPicture: loadSharp,
  }
  const made = await MadeFiles.open(folder, sources)
  const queue = left.values()
  const work = async () => {
    for (const [file, recipe] of queue) {
      const { content, hash, isSubstitute } = await made.bytes(recipe, sink.signal)
      if (isSubstitute) warnings.add(`${file} could not be made; the original stands in its place.`)
      await sink.take({ kind: 'bytes', file, content }, { fingerprint: recipeKey(recipe), hash })
    }
  }
  await Promise.all(Array.from({ length: mostUnderWay }, work))
  await made.tidy(Date.now())
}
