import { type Colour, contrastOf, readColour } from '../checks/contrast'

/** `#ABC` and `#aabbcc` → `#aabbcc`; null for what is no colour written so. */
export function readHex(text: string): string | null {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (digits === undefined) return null
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}

const white: Colour = { red: 1, green: 1, blue: 1 }
const black: Colour = { red: 0, green: 0, blue: 0 }

/**
 * The colour itself when it can be read on every ground; else the nearest of its hue that can: darkened on
 * light grounds, lightened on dark ones, a hundredth at a time. All are `#rrggbb`.
 */
export function readableOn(colour: string, grounds: readonly string[], least: number): string {
  const from = readColour(colour) ?? black
  const on = grounds.map((ground) => readColour(ground) ?? white)
  const isEnough = (candidate: Colour) => on.every((ground) => contrastOf(candidate, ground) >= least)
  if (isEnough(from)) return hexOf(from)
  const isDarker = on.every((ground) => contrastOf(black, ground) > contrastOf(white, ground))
  const lightest = (Math.max(from.red, from.green, from.blue) + Math.min(from.red, from.green, from.blue)) / 2
  for (let step = 1; step <= 100; step++) {
    const lightness = isDarker ? lightest * (1 - step / 100) : lightest + ((1 - lightest) * step) / 100
    const candidate = readColour(hexOf(withLightness(from, lightness))) ?? from
    if (isEnough(candidate)) return hexOf(candidate)
  }
  return isDarker ? '#000000' : '#ffffff'
}

/** The colour of the same hue and saturation (HSL) with another lightness, 0 to 1. */
function withLightness({ red, green, blue }: Colour, lightness: number): Colour {
  const [most, fewest] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const chroma = most - fewest
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(most + fewest - 1))
  const wanted = saturation * (1 - Math.abs(2 * lightness - 1))
  const part = (value: number) =>
    lightness + (chroma === 0 ? 0 : ((value - (most + fewest) / 2) / chroma) * wanted)
  return { red: part(red), green: part(green), blue: part(blue) }
}

const hexOf = ({ red, green, blue }: Colour) =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
