/// <reference path="./raw-text.d.ts" />
import inter from './fonts/inter.json?raw'
import interBold from './fonts/inter-bold.json?raw'
import literata from './fonts/literata.json?raw'

/**
 * The letters of a font as outlines, so that a picture shows the same on every machine. Latin, Greek and Cyrillic
 * scripts; `scripts/outline-font.mjs` writes them.
 */
export interface Outlines {
  readonly unitsPerEm: number
  /** By letter: how far the next one stands, and its outline as SVG has it, y upwards. */
  readonly glyphs: Readonly<Record<string, readonly [advance: number, path: string]>>
  /** How much nearer (below zero) the second of two letters stands. */
  readonly kerning: Readonly<Record<string, number>>
}

export type FontName = 'literata' | 'inter' | 'inter-bold'

const sources: Readonly<Record<FontName, string>> = { literata, inter, 'inter-bold': interBold }
const read = new Map<FontName, Outlines>()

/** Takes a few milliseconds the first time. */
export function outlinesOf(name: FontName): Outlines {
  const known = read.get(name)
  if (known !== undefined) return known
  const outlines: Outlines = JSON.parse(sources[name])
  read.set(name, outlines)
  return outlines
}
