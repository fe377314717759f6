import { type Colour, contrastOf, readColour, shapeContrast, textContrast } from '../checks/contrast'

/** Custom properties of a style sheet's `:root`, and what they are where the reader's system is dark. */
interface Properties {
  readonly light: ReadonlyMap<string, string>
  readonly dark: ReadonlyMap<string, string>
}

/** Two colours that stand together and can't be told apart well enough. */
interface PaleColours {
  readonly text: string
  readonly ground: string
  readonly scheme: 'light' | 'dark'
  readonly ratio: number
  readonly least: number
}

const texts = ['ink', 'muted', 'accent']
const callouts = ['note', 'tip', 'important', 'warning', 'caution']
const code = ['ink', ...callouts, 'code-comment', 'code-keyword', 'code-name']
/** Text and what it stands on, by the names that the shipped themes give them. */
const pairs: readonly (readonly [text: string, ground: string, least: number])[] = [
  ...texts.flatMap((text) =>
    ['paper', 'wash', 'selection'].map((ground) => [text, ground, textContrast] as const),
  ),
  ...code.flatMap((text) =>
    ['wash', 'marked', 'added', 'removed'].map((ground) => [text, ground, textContrast] as const),
  ),
  ['edge', 'paper', shapeContrast],
]

/** The colours of a theme's joined style sheet that can't be read where they stand. One that isn't there is no finding. */
export function paleColours(css: string): PaleColours[] {
  const properties = readProperties(css)
  return (['light', 'dark'] as const).flatMap((scheme) =>
    pairs.flatMap(([text, ground, least]) => {
      const [one, other] = [colourOf(text, scheme, properties), colourOf(ground, scheme, properties)]
      if (one === null || other === null) return []
      const ratio = contrastOf(one, other)
      return ratio >= least ? [] : [{ text, ground, scheme, ratio, least }]
    }),
  )
}

/** @param css minified: no comments, no spaces around braces */
function readProperties(css: string): Properties {
  const light = new Map<string, string>()
  const dark = new Map<string, string>()
  const rule = /(@media[^{}]*\{)?(?<![\w:]):root\{([^{}]*)\}/g
  for (const [, media, block = ''] of css.matchAll(rule)) {
    if (media !== undefined && !/prefers-color-scheme:dark/.test(media)) continue
    for (const [, name = '', value = ''] of block.matchAll(/--([\w-]+):([^;]*)/g))
      (media === undefined ? light : dark).set(name, value.trim())
  }
  return { light, dark }
}

const isSwitch = /^var\(--light,([^()]*(?:\([^()]*\))?)\) ?var\(--dark,([^()]*(?:\([^()]*\))?)\)$/
const lightDark = /^light-dark\(([^(),]*(?:\([^()]*\))?),([^()]*(?:\([^()]*\))?)\)$/

function colourOf(name: string, scheme: 'light' | 'dark', all: Properties, depth = 0): Colour | null {
  const value = (scheme === 'dark' ? all.dark.get(name) : undefined) ?? all.light.get(name)
  if (value === undefined || depth > 5) return null
  const [, one, other] = isSwitch.exec(value) ?? lightDark.exec(value) ?? []
  const chosen = (scheme === 'light' ? one : other) ?? value
  const reference = /^var\(--([\w-]+)\)$/.exec(chosen.trim())?.[1]
  return reference === undefined ? readColour(chosen) : colourOf(reference, scheme, all, depth + 1)
}
