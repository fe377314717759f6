import { assemble } from '../metadata/pieces'
import { stripMetadata } from '../metadata/strip-metadata'
import type { MakerSources } from './make'
import type { Recipe } from './recipe'

/**
 * What stands for a picture that could not be made: the original, without what it tells. Browsers look at the bytes
 * of an image and not at its name, and show of a damaged one what they can. For a logo stands the letter. Throws the reason why it was asked for
 * when there is no original, or none that may be shown.
 */
export async function makeCleanCopy(
  recipe: Recipe,
  { readAsset }: MakerSources,
  reason: unknown,
): Promise<Uint8Array> {
  if (recipe.kind === 'icon') return (await import('../social/icon')).makeLetterIcon(recipe)
  if (recipe.kind !== 'picture') throw reason
  const original = Buffer.from(await readAsset(recipe.hash))
  const stripped = stripMetadata(original, '')
  if (stripped.kind === 'stripped') return assemble(original, stripped.pieces)
  if (stripped.kind === 'clean') return original
  throw reason
}
