import type { Mask } from './fill'

/** How many shades lie between the background and an ink: more are not told apart in a letter's edge. */
const shades = 63
export type Ink = 0 | 1 | 2

/**
 * A picture of few colours: one background, up to three inks, and the shades between. Each point is a number in a
 * table of colours, which makes the picture small and quick to compress.
 */
export class Canvas {
  readonly points: Uint8Array

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.points = new Uint8Array(width * height)
  }

  /** Draws what a mask covers, its origin at a whole point; where two inks meet the later one stands. */
  draw(mask: Mask, x: number, y: number, ink: Ink): void {
    const base = ink * shades
    for (let row = 0; row < mask.height; row++) {
      const to = y + mask.top + row
      if (to < 0 || to >= this.height) continue
      for (let column = 0; column < mask.width; column++) {
        const shade = Math.round((mask.cover[row * mask.width + column] ?? 0) * shades)
        const at = x + mask.left + column
        if (shade === 0 || at < 0 || at >= this.width) continue
        const place = to * this.width + at
        const there = this.points[place] ?? 0
        // Neighbouring letters may touch: the darker shade of one ink stands.
        if (there <= base || there > base + shades || there < base + shade) this.points[place] = base + shade
      }
    }
  }

  /** Fills a rectangle, within the canvas. */
  fill(left: number, top: number, width: number, height: number, ink: Ink): void {
    for (let row = Math.max(0, top); row < Math.min(this.height, top + height); row++) {
      const from = row * this.width + Math.max(0, left)
      this.points.fill((ink + 1) * shades, from, row * this.width + Math.min(this.width, left + width))
    }
  }
}

/** The table of colours for a canvas: the background, then the shades of each ink. Colours are `#rrggbb`. */
export function colourTable(background: string, inks: readonly string[]): Uint8Array {
  const ground = channels(background)
  const table = new Uint8Array(3 * (1 + inks.length * shades))
  table.set(ground)
  inks.forEach((ink, number) => {
    const colour = channels(ink)
    for (let shade = 1; shade <= shades; shade++) {
      const mixed = ground.map((from, at) => Math.round(from + ((colour[at] ?? 0) - from) * (shade / shades)))
      table.set(mixed, 3 * (number * shades + shade))
    }
  })
  return table
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0)
