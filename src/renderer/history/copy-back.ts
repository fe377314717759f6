import { compareTexts } from '../../document'
import type { ComparedParagraph } from './paragraphs'

/** An insertion into the present text. */
export interface Insertion {
  readonly at: number
  readonly insert: string
}

/**
 * Puts a paragraph of an earlier state into the present text, before the paragraph that stands where it was.
 * What is there stays; nothing is replaced.
 * @param later the later text of the comparison, to which the paragraph's place belongs
 * @param present the text as it is now, which may have been edited meanwhile
 */
export function copyBack(paragraph: ComparedParagraph, later: string, present: string): Insertion {
  const at = atStartOfParagraph(
    present,
    later === present ? paragraph.from : follow(paragraph.from, later, present),
  )
  const { before } = paragraph
  if (at < present.length) return { at, insert: `${before}\n\n` }
  const gap = present === '' || present.endsWith('\n\n') ? '' : present.endsWith('\n') ? '\n' : '\n\n'
  return { at, insert: `${gap}${before}\n` }
}

/** Where a place of one text is in another. */
function follow(place: number, from: string, to: string): number {
  let [inFrom, inTo] = [0, 0]
  for (const { kind, text } of compareTexts(from, to)) {
    if (kind === 'inserted') inTo += text.length
    else {
      if (inFrom + text.length > place) return inTo + (kind === 'same' ? place - inFrom : 0)
      inFrom += text.length
      if (kind === 'same') inTo += text.length
    }
  }
  return to.length
}

/** Where the paragraph begins that a place is in, or the next one after it; the end of the text when there is none. */
function atStartOfParagraph(text: string, place: number): number {
  for (const { 0: paragraph, index } of text.matchAll(/^.*\S.*(?:\n.*\S.*)*/gm)) {
    if (place < index + paragraph.trimEnd().length) return index
  }
  return text.length
}
