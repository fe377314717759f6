import type { SocialRecipe } from '../images/recipe'
import { Canvas, colourTable, type Ink } from './canvas'
import { breakLines, drawable, Lettering, Masks } from './lettering'
import type { FontName } from './outlines'
import { writePng } from './png'
import { socialSize } from './social-recipe'

const { width, height } = socialSize
const margin = 80
const room = width - 2 * margin
/** The title is set as large as it fits: what has to be said in more lines is shortened. */
const titleSizes = [112, 96, 84, 76, 68, 60, 52, 46]
const mostLines: Readonly<Record<number, number>> = {
  112: 2,
  96: 2,
  84: 3,
  76: 3,
  68: 4,
  60: 4,
  52: 5,
  46: 6,
}
const lineHeight = 1.16
const small = 30
/** Less of a title makes no sense: it is left out. */
const leastDrawable = 0.6
const [text, muted, accent]: readonly [Ink, Ink, Ink] = [0, 1, 2]

/**
 * The picture for a post: the site's name above, the title as large as it fits, author and date below, in the theme's
 * colours. A title that these fonts can't write leaves a plain pattern. Equal recipes give equal bytes on every
 * machine. A few milliseconds.
 */
export function makeSocialImage(recipe: SocialRecipe, masks = sharedMasks): Buffer {
  const canvas = new Canvas(width, height)
  const titleFont: FontName = recipe.font === 'serif' ? 'literata' : 'inter-bold'
  const line = new Lettering('inter', small, masks)
  const site = tidy(recipe.site)
  canvas.fill(0, 0, width, 16, accent)
  line.draw(canvas, shorten(site, line, 1), margin, 118, accent)
  const title = tidy(recipe.title)
  if (drawable(title, titleFont) >= leastDrawable) drawTitle(canvas, title, titleFont, masks)
  else drawPattern(canvas)
  canvas.fill(margin, 514, 64, 4, accent)
  line.draw(canvas, shorten(tidy(recipe.byline), line, 1), margin, 566, muted)
  const colours = colourTable(recipe.background, [recipe.text, recipe.muted, recipe.accent])
  return writePng(width, height, canvas.points, colours)
}

function drawTitle(canvas: Canvas, title: string, font: FontName, masks: Masks): void {
  for (const size of titleSizes) {
    const lettering = new Lettering(font, size, masks)
    const most = mostLines[size] ?? 1
    const isLast = size === titleSizes.at(-1)
    const lines = breakLines(isLast ? shorten(title, lettering, most) : title, room, lettering)
    if (lines.length > most && !isLast) continue
    // Between the site's name and the line above the author.
    const top = 150
    const bottom = 494
    const tall = lines.length * size * lineHeight
    const first = top + (bottom - top - tall) / 2 + size * 0.9
    lines.slice(0, most).forEach((words, at) => {
      lettering.draw(canvas, words, margin, Math.round(first + at * size * lineHeight), text)
    })
    return
  }
}

/** Quarter rounds and squares, as a printer's flowers stand where there are no words. */
function drawPattern(canvas: Canvas): void {
  const cell = 80
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 13; column++) {
      const kind = (row * 5 + column * 3) % 7
      const left = margin + column * cell
      const top = 160 + row * cell
      if (kind < 2) canvas.fill(left + 8, top + 8, cell - 16, cell - 16, kind === 0 ? accent : muted)
      else if (kind < 4) canvas.fill(left + 8, top + cell / 2 - 4, cell - 16, 8, kind === 2 ? accent : muted)
    }
  }
}

/** The letters of this process: a thousand titles are written with the same. */
const sharedMasks = new Masks()

/** Cuts a text at a word so that it fits into so many lines. */
function shorten(words: string, lettering: Lettering, most: number): string {
  const lines = breakLines(words, room, lettering)
  if (lines.length <= most) return words
  const kept = lines.slice(0, most)
  let last = kept.pop() ?? ''
  while (last !== '' && lettering.measure(`${last}…`) > room) last = last.replace(/\s*\S+$|.$/su, '')
  return [...kept, `${last.replace(/[\s,;:.–—-]+$/u, '')}…`].join(' ')
}

/** One spelling for one look, and nothing that has none: marks of direction, emoji, controls. */
const tidy = (words: string) =>
  words
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Extended_Pictographic}\p{Variation_Selector}]/gu, (it) =>
      /[©®™]/.test(it) ? it : ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
