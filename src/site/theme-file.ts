import { contentType } from './content-types'
import { loadTheme } from './theme'
import type { ThemeFolders } from './themes/theme-files'

/**
 * An asset of a theme by the name that its layouts use (`site.css`), or by the one that its styles do, for `/theme/…`. Undefined when the
 * theme has none of that name; no name leads out of the theme. Throws `theme`.
 * @param settings `SiteSettings.themeSettings`, which `site.css` holds
 */
export function themeFile(
  theme: string | ThemeFolders,
  name: string,
  settings: Readonly<Record<string, string>> = {},
): { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined {
  const { assets } = loadTheme(theme, settings)
  const asset = assets.get(name) ?? [...assets.values()].find(({ path }) => path === `/assets/${name}`)
  return asset && { type: contentType(name), bytes: new Uint8Array(asset.bytes) }
}
