import type { Canvas, Ink } from './canvas'
import { fillOutline, type Mask } from './fill'
import { type FontName, type Outlines, outlinesOf } from './outlines'

/** Letters begin at a quarter of a point, so that their distances are even and few masks are needed. */
const steps = 4
/** A mask of a title's letter has about 5 kB: 40 MB in all. */
const mostMasks = 8000

/** Text in one font and size, measured and drawn. Letters that the font lacks take no room. */
export class Lettering {
  readonly #outlines: Outlines
  readonly #scale: number

  constructor(
    readonly font: FontName,
    /** Points from one line's letters to the next ones', if lines were set without a distance. */
    readonly size: number,
    private readonly masks: Masks,
  ) {
    this.#outlines = outlinesOf(font)
    this.#scale = size / this.#outlines.unitsPerEm
  }

  /** In points. */
  measure(text: string): number {
    let wide = 0
    let before = ''
    for (const letter of text) {
      wide += this.#advance(before, letter)
      before = letter
    }
    return wide * this.#scale
  }

  /** Draws a line of text whose letters stand on `baseline`. */
  draw(canvas: Canvas, text: string, x: number, baseline: number, ink: Ink): void {
    let at = x
    let before = ''
    for (const letter of text) {
      const glyph = this.#outlines.glyphs[letter]
      if (glyph === undefined) continue
      at += this.#kern(before, letter) * this.#scale
      const step = Math.round(at * steps)
      const key = `${this.font} ${this.size} ${letter} ${step % steps}`
      const mask = this.masks.of(key, () => fillOutline(glyph[1], this.#scale, (step % steps) / steps))
      canvas.draw(mask, Math.floor(step / steps), baseline, ink)
      at += glyph[0] * this.#scale
      before = letter
    }
  }

  #advance(before: string, letter: string): number {
    const glyph = this.#outlines.glyphs[letter]
    return glyph === undefined ? 0 : this.#kern(before, letter) + glyph[0]
  }

  #kern(before: string, letter: string): number {
    return this.#outlines.kerning[before + letter] ?? 0
  }
}

/** Letters that were filled, so that a site's thousand titles fill each once. */
export class Masks {
  readonly #known = new Map<string, Mask>()

  of(key: string, make: () => Mask): Mask {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    if (this.#known.size >= mostMasks) this.#known.clear()
    const mask = make()
    this.#known.set(key, mask)
    return mask
  }
}

/** How much of a text can be drawn, 0 to 1; spaces don't count. */
export function drawable(text: string, font: FontName): number {
  const { glyphs } = outlinesOf(font)
  let letters = 0
  let known = 0
  for (const letter of text.replace(/\s/g, '')) {
    letters++
    if (Object.hasOwn(glyphs, letter)) known++
  }
  return letters === 0 ? 0 : known / letters
}

/** Lines no wider than `width`, broken at spaces and, where a word alone is wider, within it. */
export function breakLines(text: string, width: number, lettering: Lettering): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((it) => it !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (lettering.measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const letter of word) {
      if (line !== '' && lettering.measure(line + letter) > width) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  if (line !== '') lines.push(line)
  return lines
}
