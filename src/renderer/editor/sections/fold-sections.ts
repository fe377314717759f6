import { codeFolding, foldEffect, foldedRanges, unfoldEffect } from '@codemirror/language'
import type { EditorState, Extension, StateCommand, StateEffect } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { findSections, type Section, sectionAt } from './find-sections'

interface Range {
  readonly from: number
  readonly to: number
}

/** What of a section is folded away: all under its heading but for the line breaks at the end. */
function insideOf(state: EditorState, { headingTo, to }: Section): Range | undefined {
  const text = state.sliceDoc(headingTo, to)
  const end = headingTo + text.trimEnd().length
  return end > headingTo ? { from: headingTo, to: end } : undefined
}

function foldedAt(state: EditorState, position: number): Range | undefined {
  let found: Range | undefined
  foldedRanges(state).between(position, position, (from, to) => {
    if (from === position) found = { from, to }
  })
  return found
}

/** Folds the section at a position to its heading, or shows it again. */
const toggleFoldAt =
  (position: number): StateCommand =>
  ({ state, dispatch }) => {
    const section = sectionAt(findSections(state), position)
    if (section === undefined) return false
    const folded = foldedAt(state, section.headingTo)
    const inside = insideOf(state, section)
    if (folded === undefined && inside === undefined) return true
    const effects = folded ? unfoldEffect.of(folded) : inside ? foldEffect.of(inside) : []
    const { main } = state.selection
    const isHidden = !folded && main.head > section.headingTo && main.head <= section.to
    dispatch(
      state.update({
        effects,
        // A cursor in what is folded would open it again.
        ...(isHidden ? { selection: { anchor: section.headingTo } } : {}),
        scrollIntoView: isHidden,
      }),
    )
    return true
  }

/** Folds the section at the cursor to its heading, or shows it again. */
export const toggleFold: StateCommand = (target) => toggleFoldAt(target.state.selection.main.head)(target)

/** Folds every section of the highest level that the text has. */
export const foldAll: StateCommand = ({ state, dispatch }) => {
  const sections = findSections(state)
  const level = Math.min(...sections.map((section) => section.level))
  const effects = sections
    .filter((section) => section.level === level)
    .flatMap((section): StateEffect<Range>[] => {
      const inside = insideOf(state, section)
      return inside ? [foldEffect.of(inside)] : []
    })
  const at = sectionAt(
    sections.filter((section) => section.level === level),
    state.selection.main.head,
  )
  dispatch(
    state.update({ effects, ...(at ? { selection: { anchor: at.headingTo } } : {}), scrollIntoView: true }),
  )
  return true
}

/**
 * Sections that fold under their headings: by command, and by a press on the mark in the margin. The mark is drawn by
 * the style sheet, so that no key costs anything for it.
 */
export function foldingSections(): Extension {
  return [
    codeFolding({
      placeholderDOM: (view, onclick) => {
        const button = document.createElement('span')
        button.textContent = '…'
        button.className = 'cm-foldPlaceholder'
        button.setAttribute('role', 'button')
        button.setAttribute('aria-label', view.state.phrase('Show the folded section'))
        button.title = view.state.phrase('Show the folded section')
        button.addEventListener('click', onclick)
        return button
      },
    }),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        const { target } = event
        if (event.button !== 0 || !(target instanceof HTMLElement) || !target.matches('.cm-line.cm-heading'))
          return false
        const box = target.getBoundingClientRect()
        const isBeside = event.clientX < box.left || event.clientX > box.right
        if (!isBeside) return false
        return toggleFoldAt(view.posAtDOM(target))(view)
      },
    }),
  ]
}
