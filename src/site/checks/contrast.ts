/** A colour as sRGB, each part from 0 to 1. */
export interface Colour {
  readonly red: number
  readonly green: number
  readonly blue: number
}

/** What WCAG 2.2 AA asks of text on its ground, and of what else has to be seen. */
export const textContrast = 4.5
export const shapeContrast = 3

/**
 * Reads an opaque colour of CSS: `#rgb`, `#rrggbb`, `rgb()`, `hsl()`, `oklch()`, `white`, `black`. Null for
 * anything else, and for one that lets something shine through: what it looks like hangs on what is behind.
 */
export function readColour(css: string): Colour | null {
  const text = css.trim().toLowerCase()
  if (text === 'white') return { red: 1, green: 1, blue: 1 }
  if (text === 'black') return { red: 0, green: 0, blue: 0 }
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text)?.[1]
  if (hex !== undefined) return readHex(hex)
  const [, name, inside = ''] = /^(rgb|hsl|oklch)a?\(([^()/]*)\)$/.exec(text) ?? []
  const parts = inside.split(/[\s,]+/).filter((part) => part !== '')
  const [a = '', b = '', c = ''] = parts
  if (parts.length !== 3 || !parts.every((part) => /^-?[\d.]+(%|deg)?$/.test(part))) return null
  if (name === 'rgb') return fromParts([a, b, c].map((part) => share(part, 255)))
  if (name === 'hsl') return fromHsl(Number.parseFloat(a), share(b, 100), share(c, 100))
  return name === 'oklch'
    ? fromOklch(share(a, 1), b.endsWith('%') ? share(b, 1) * 0.4 : Number(b), Number.parseFloat(c))
    : null
}

/** How well one can be told from the other, from 1 to 21, as WCAG counts it. The order does not matter. */
export function contrastOf(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function readHex(hex: string): Colour {
  const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? [])
  return fromParts(pairs.map((pair) => Number.parseInt(pair, 16) / 255))
}

/** `50%` is a half; a bare number is a part of `whole`. */
const share = (text: string, whole: number) =>
  text.endsWith('%') ? Number.parseFloat(text) / 100 : Number.parseFloat(text) / whole

function fromParts([red = 0, green = 0, blue = 0]: readonly number[]): Colour {
  const clamp = (part: number) => Math.min(1, Math.max(0, part))
  return { red: clamp(red), green: clamp(green), blue: clamp(blue) }
}

function fromHsl(hue: number, saturation: number, lightness: number): Colour {
  const part = (n: number) => {
    const k = (((n + hue / 30) % 12) + 12) % 12
    return (
      lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    )
  }
  return fromParts([part(0), part(8), part(4)])
}

/** Björn Ottosson's matrices (https://bottosson.github.io/posts/oklab/); what sRGB can't show is cut off. */
function fromOklch(lightness: number, chroma: number, hue: number): Colour {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const gamma = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)
  return fromParts(
    [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
    ].map((part) => gamma(Math.max(0, part))),
  )
}
