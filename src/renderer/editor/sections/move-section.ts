import { EditorSelection, type StateCommand } from '@codemirror/state'
import { findSections, type Section, sectionAt } from './find-sections'

/**
 * Moves the section at the cursor, with all that is in it, past the one before or after it. It stays among those
 * of its level under the same heading.
 */
export function moveSection(by: -1 | 1): StateCommand {
  return ({ state, dispatch }) => {
    const sections = findSections(state)
    const { main } = state.selection
    const section = sectionAt(sections, main.head)
    const other = section && siblingOf(sections, section, by)
    if (state.readOnly || section === undefined || other === undefined) return false
    const [first, second] = by < 0 ? [other, section] : [section, other]
    // What parts the two stays where it is, so that the last of a text needs no line break to move.
    const [one, gap] = splitEnd(state.sliceDoc(first.from, first.to))
    const [two, end] = splitEnd(state.sliceDoc(second.from, second.to))
    const start = by < 0 ? first.from : first.from + two.length + gap.length
    const size = (by < 0 ? two : one).length
    const place = (position: number) => start + Math.max(0, Math.min(size, position - section.from))
    dispatch(
      state.update({
        changes: { from: first.from, to: second.to, insert: two + gap + one + end },
        selection: EditorSelection.range(place(main.anchor), place(main.head)),
        userEvent: 'move.section',
        scrollIntoView: true,
      }),
    )
    return true
  }
}

function siblingOf(sections: readonly Section[], section: Section, by: -1 | 1): Section | undefined {
  if (by > 0) return sections.find(({ from, level }) => from === section.to && level === section.level)
  const before = sections.filter(({ from, level }) => from < section.from && level <= section.level).at(-1)
  return before?.level === section.level ? before : undefined
}

/** A text, and the line breaks at its end. */
function splitEnd(text: string): [text: string, end: string] {
  const { length } = text.replace(/\n+$/, '')
  return [text.slice(0, length), text.slice(length)]
}
