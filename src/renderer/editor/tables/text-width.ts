import { eastAsianWidth } from 'get-east-asian-width'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
// What takes no room of its own: marks on other letters, joiners, selectors.
const invisible = /^[\p{Mark}\p{Format}\p{Control}]+$/u
const emoji = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u

/** How many columns of a monospace font a text takes: two for a Chinese letter or an emoji, none for a mark. */
export function textWidth(text: string): number {
  // Nearly every cell.
  if (/^[\x20-\x7E]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) {
    if (invisible.test(segment)) continue
    width += emoji.test(segment) ? 2 : eastAsianWidth(segment.codePointAt(0) ?? 0)
  }
  return width
}
