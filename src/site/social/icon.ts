import type { IconRecipe } from '../images/recipe'
import { Canvas, colourTable } from './canvas'
import { fillOutline } from './fill'
import { Lettering, Masks } from './lettering'
import { outlinesOf } from './outlines'
import { writePng } from './png'

const font = 'inter-bold'
/** Of a side: a system may cut a circle of 80 % out of an icon. */
const tall = 0.56

/** The letter of a site, white on a colour: for one that has no logo. A letter these fonts lack becomes a dot. */
export function makeLetterIcon({ size, letter, background, text }: IconRecipe): Buffer {
  const canvas = new Canvas(size, size)
  const outline = outlinesOf(font).glyphs[letter]?.[1]
  if (outline === undefined) drawDot(canvas, size)
  else {
    const lettering = new Lettering(font, size * tall, new Masks())
    // By what is seen of it, not by the room that it takes in a line.
    const mask = fillOutline(outline, (size * tall) / outlinesOf(font).unitsPerEm, 0)
    const baseline = Math.round((size - mask.height) / 2) - mask.top
    lettering.draw(canvas, letter, (size - mask.width) / 2 - mask.left, baseline, 0)
  }
  return writePng(size, size, canvas.points, colourTable(background, [text]))
}

function drawDot(canvas: Canvas, size: number): void {
  const radius = size / 5
  // Four curves, as near to a circle as curves of this kind come.
  const bow = radius * 0.5523
  const circle = `M${radius},0C${radius},${bow},${bow},${radius},0,${radius}C-${bow},${radius},-${radius},${bow},-${radius},0C-${radius},-${bow},-${bow},-${radius},0,-${radius}C${bow},-${radius},${radius},-${bow},${radius},0Z`
  canvas.draw(fillOutline(circle, 1, 0), Math.round(size / 2), Math.round(size / 2), 0)
}
