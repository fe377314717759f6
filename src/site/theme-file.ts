import { contentType } from './content-types'
import { loadTheme } from './theme'

/**
 * An asset of a theme by the name that its layouts use (`site.css`), for `/theme/…`. Undefined when the
 * theme has none of that name; no name leads out of the theme. Throws `theme`.
 */
export function themeFile(
  themeFolder: string,
  name: string,
): { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined {
  const asset = loadTheme(themeFolder).assets.get(name)
  return asset && { type: contentType(name), bytes: new Uint8Array(asset.bytes) }
}
