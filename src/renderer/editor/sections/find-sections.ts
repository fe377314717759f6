import type { EditorState } from '@codemirror/state'
import { treeTo } from '../format/line-parts'

/** A heading of the text with all that stands under it. */
export interface Section {
  readonly level: number
  /** The start of its heading's line. */
  readonly from: number
  /** The end of its heading's line. */
  readonly headingTo: number
  /** Where the next section of its level or above begins, or the text ends. */
  readonly to: number
}

const heading = /^(?:ATX|Setext)Heading(\d)$/

/** The sections of a text in order, each before those inside of it. Headings in quotations and lists have none. */
export function findSections(state: EditorState): Section[] {
  const { doc } = state
  const starts: Omit<Section, 'to'>[] = []
  for (let node = treeTo(state, doc.length).topNode.firstChild; node !== null; node = node.nextSibling) {
    const level = heading.exec(node.name)?.[1]
    if (level === undefined) continue
    const line = doc.lineAt(node.from)
    starts.push({ level: Number(level), from: line.from, headingTo: doc.lineAt(node.to).to })
  }
  return starts.map((start, index) => {
    const next = starts.slice(index + 1).find(({ level }) => level <= start.level)
    return { ...start, to: next?.from ?? doc.length }
  })
}

/** The innermost section that a position is in. */
export const sectionAt = (sections: readonly Section[], position: number): Section | undefined =>
  sections.filter(({ from, to }) => from <= position && position <= to).at(-1)
