import { type Colour, contrastOf, readColour } from '../checks/contrast'

/** `#ABC` and `#aabbcc` → `#aabbcc`; null for what is no colour written so. */
export function readHex(text: string): string | null {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (digits === undefined) return null
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}

const white: Colour = { red: 1, green: 1, blue: 1 }
const black: Colour = { red: 0, green: 0, blue: 0 }
const hexOf = ({ red, green, blue }: Colour) =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/**
 * The colour itself when it can be read on every ground; else the nearest of its hue that can: mixed with
 * black on light grounds, with white on dark ones, a hundredth at a time. All are `#rrggbb`.
 */
export function readableOn(colour: string, grounds: readonly string[], least: number): string {
  const from = readColour(colour) ?? black
  const on = grounds.map((ground) => readColour(ground) ?? white)
  const pole = on.every((ground) => contrastOf(black, ground) > contrastOf(white, ground)) ? black : white
  const isEnough = (hex: string) => {
    const mixed = readColour(hex) ?? pole
    return on.every((ground) => contrastOf(mixed, ground) >= least)
  }
  for (let step = 0; step <= 100; step++) {
    const part = (start: number, end: number) => start + ((end - start) * step) / 100
    const mixed = hexOf({
      red: part(from.red, pole.red),
      green: part(from.green, pole.green),
      blue: part(from.blue, pole.blue),
    })
    if (isEnough(mixed)) return mixed
  }
  return hexOf(pole)
}
