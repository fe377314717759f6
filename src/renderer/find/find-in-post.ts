import {
  closeSearchPanel,
  getSearchQuery,
  type SearchQuery,
  search,
  setSearchQuery,
} from '@codemirror/search'
import type { Extension } from '@codemirror/state'
import { type EditorView, keymap, type Panel, type ViewUpdate } from '@codemirror/view'
import { LiveValue } from '../app/live-value'

/** The panel of an editor while it is open: its place, which React fills, and what it has to follow. */
export interface OpenFind {
  readonly view: EditorView
  readonly place: HTMLElement
  readonly query: LiveValue<SearchQuery>
  /** Calls `listener` after each change of text or selection, until what is returned is called. */
  subscribe(listener: (update: ViewUpdate) => void): () => void
}

/** Searching in the text, with a panel that is drawn by whoever follows `open`. */
export function findInPost(open: LiveValue<OpenFind | undefined>): Extension {
  return [
    search({
      top: true,
      // A backslash is a backslash, but in regular expressions.
      literal: true,
      createPanel: (view) => createPanel(view, open),
    }),
    keymap.of([{ key: 'Escape', run: closeSearchPanel, scope: 'editor search-panel' }]),
  ]
}

function createPanel(view: EditorView, open: LiveValue<OpenFind | undefined>): Panel {
  const place = document.createElement('div')
  const query = new LiveValue(getSearchQuery(view.state))
  const listeners = new Set<(update: ViewUpdate) => void>()
  const found: OpenFind = {
    view,
    place,
    query,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    dom: place,
    top: true,
    mount: () => open.set(found),
    update(update) {
      const hasNewQuery = update.transactions.some(({ effects }) =>
        effects.some((effect) => effect.is(setSearchQuery)),
      )
      if (hasNewQuery) query.set(getSearchQuery(update.state))
      if (update.docChanged || update.selectionSet) for (const listener of listeners) listener(update)
    },
    destroy() {
      if (open.get() === found) open.set(undefined)
    },
  }
}
