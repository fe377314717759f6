import { makeDrawing } from './drawing'
import { makeLogoIcon } from './logo-icon'
import { makePicture } from './picture'
import type { Recipe } from './recipe'
import type { OpenPicture } from './sharp'

/** What recipes are made from. */
export interface MakerSources {
  /** The bytes of an original, by its SHA-256. */
  readonly readAsset: (hash: string) => Uint8Array | Promise<Uint8Array>
  /** Undefined when it can't be loaded. */
  readonly openPicture: () => Promise<OpenPicture | undefined>
}

/**
 * Makes the bytes of a recipe. Throws when an original can't be read as a picture. The letters of social images are
 * loaded when the first is drawn.
 */
export async function make(recipe: Recipe, { readAsset, openPicture }: MakerSources): Promise<Uint8Array> {
  switch (recipe.kind) {
    case 'picture':
      return makePicture(recipe, await readAsset(recipe.hash), await needed(openPicture))
    case 'drawing':
      return makeDrawing(await readAsset(recipe.hash))
    case 'social':
      return (await import('../social/social-image')).makeSocialImage(recipe)
    case 'icon':
      if (recipe.hash === '') return (await import('../social/icon')).makeLetterIcon(recipe)
      return makeLogoIcon(recipe, await readAsset(recipe.hash), await needed(openPicture))
  }
}

async function needed(openPicture: MakerSources['openPicture']): Promise<OpenPicture> {
  const open = await openPicture()
  if (open === undefined) throw new Error('Pictures can’t be converted on this machine.')
  return open
}
