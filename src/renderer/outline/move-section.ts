import type { ProseHeading } from '../prose/text/prose'

/** One replacement in a text. */
interface Change {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** What moving a section changes, and where its heading is then. */
export interface SectionMove {
  readonly changes: readonly Change[]
  readonly heading: number
}

/** Where the section of a heading ends: at the next one of its level or above. */
function sectionEnd(source: string, headings: readonly ProseHeading[], index: number): number {
  const level = headings[index]?.level ?? 0
  return headings.slice(index + 1).find((other) => other.level <= level)?.from ?? source.length
}

/**
 * Moves a section, with what stands under it, before the heading `before` (the end of the text when that is
 * the number of headings). Its text stays as it is; between sections there is an empty line. Undefined when it is
 * there already.
 */
export function moveSection(
  source: string,
  headings: readonly ProseHeading[],
  index: number,
  before: number,
): SectionMove | undefined {
  const from = headings[index]?.from
  if (from === undefined) return undefined
  const to = sectionEnd(source, headings, index)
  const target = headings[before]?.from ?? source.length
  if (target >= from && target <= to) return undefined
  const section = source.slice(from, to).trimEnd()
  const isToEnd = target === source.length
  // What was last leaves no empty lines at the end; what becomes last begins after one.
  const cutFrom = to === source.length ? source.slice(0, from).trimEnd().length : from
  const cut = { from: cutFrom, to, insert: to === source.length ? endOf(source) : '' }
  if (isToEnd) {
    const textEnd = source.trimEnd().length
    const lead = '\n\n'
    const insert = `${lead}${section}${endOf(source)}`
    return {
      changes: [cut, { from: textEnd, to: source.length, insert }],
      heading: textEnd + lead.length - (to - from),
    }
  }
  const paste = { from: target, to: target, insert: `${section}\n\n` }
  const isDown = target > from
  return {
    changes: isDown ? [cut, paste] : [paste, cut],
    heading: isDown ? target - (to - from) : target,
  }
}

/** What a text ends with, which it keeps. */
const endOf = (source: string) => source.slice(source.trimEnd().length)
