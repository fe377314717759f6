import { syntaxTree } from '@codemirror/language'
import { type EditorState, type Extension, StateField } from '@codemirror/state'
import { type EditorView, showTooltip, type Tooltip } from '@codemirror/view'
import type { LiveValue } from '../../app/live-value'

/** Where the tools of the table at the cursor stand, for React to fill. */
export interface TablePlace {
  readonly view: EditorView
  readonly place: HTMLElement
}

/** Makes room for tools above the table in which the cursor is, and tells of it by `open`. */
export function tablePlace(open: LiveValue<TablePlace | undefined>): Extension {
  // One for all tables, so that going to another moves the tools instead of making them anew.
  const create: Tooltip['create'] = (view) => {
    const place = document.createElement('div')
    place.className = 'cm-table-tools'
    const opened = { view, place }
    return {
      dom: place,
      mount: () => open.set(opened),
      destroy() {
        if (open.get() === opened) open.set(undefined)
      },
    }
  }
  return StateField.define<Tooltip | null>({
    create: (state) => tooltipAt(state, null, create),
    update: (tooltip, { state, docChanged, startState, selection }) => {
      const hasMoved = docChanged || selection !== undefined
      const hasNewTree = syntaxTree(startState) !== syntaxTree(state)
      return hasMoved || hasNewTree ? tooltipAt(state, tooltip, create) : tooltip
    },
    provide: (field) => showTooltip.from(field),
  })
}

function tooltipAt(state: EditorState, before: Tooltip | null, create: Tooltip['create']): Tooltip | null {
  const pos = state.readOnly ? undefined : tableStart(state)
  if (pos === undefined) return null
  return before?.pos === pos ? before : { pos, above: true, create }
}

/** Where the table at the cursor begins; never waits for the parser. */
function tableStart(state: EditorState): number | undefined {
  const { head } = state.selection.main
  for (const side of [-1, 1] as const) {
    for (let node = syntaxTree(state).resolve(head, side); ; ) {
      if (node.name === 'Table') return node.from
      if (node.parent === null) break
      node = node.parent
    }
  }
  return undefined
}
