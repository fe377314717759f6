import { recipeKey, type SocialRecipe } from '../images/recipe'

/** In pixels, as Open Graph and every network that reads it want it. */
export const socialSize = { width: 1200, height: 630 } as const

/** The colours and letters of a theme, as a social image takes them. Colours are `#rrggbb`. */
export type SocialLook = Pick<SocialRecipe, 'background' | 'text' | 'muted' | 'accent' | 'font'>

/** The custom properties in which a theme has its colours (docs/themes.md), and what stands where one is missing. */
const properties = {
  background: ['paper', '#fcfaf6'],
  text: ['ink', '#1d1b18'],
  muted: ['muted', '#625c52'],
  accent: ['accent', '#97271b'],
} as const

/**
 * Reads a theme's look from its style sheet: the first (light) value of `--paper`, `--ink`, `--muted` and `--accent`.
 * Once for each export.
 * @param font the theme's setting `font`; a name with “sans” in it gives letters without serifs
 */
export function socialLook(css: string, font: string | boolean | undefined): SocialLook {
  const colour = ([name, otherwise]: readonly [string, string]) => {
    const hex = new RegExp(`--${name}\\s*:[^;}#]*#([0-9a-f]{6}|[0-9a-f]{3})\\b`, 'i').exec(css)?.[1]
    if (hex === undefined) return otherwise
    return `#${hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex}`.toLowerCase()
  }
  return {
    background: colour(properties.background),
    text: colour(properties.text),
    muted: colour(properties.muted),
    accent: colour(properties.accent),
    font: /sans/i.test(String(font)) ? 'sans' : 'serif',
  }
}

/** The picture for a post. Pure and cheap: nothing is drawn. */
export function socialRecipe(
  look: SocialLook,
  site: { readonly title: string; readonly author: string },
  post: { readonly title: string; readonly date: string },
): SocialRecipe {
  const byline = [site.author, post.date].filter((part) => part !== '').join(' · ')
  const { background, text, muted, accent, font } = look
  return {
    kind: 'social',
    title: post.title,
    site: site.title,
    byline,
    background,
    text,
    muted,
    accent,
    font,
  }
}

/** Where a social image stands on the site: named by all that it shows. */
export const socialFile = (recipe: SocialRecipe) => `social/${recipeKey(recipe).slice(0, 16)}.png`
