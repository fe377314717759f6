import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { sentenceOf } from '../app/connection'
import { LiveValue } from '../app/live-value'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useCommandTable } from '../commands/command-table'
import { useDeskHandle } from '../desk/desk-handle'
import type { DraftSession } from '../drafts/draft-session'
import { FindPanel, findInPost, type OpenFind } from '../find'
import { useWords } from '../words/words'
import { appCommands } from './app-commands'
import { completion, lookUpIn } from './completion'
import { createExtensions } from './extensions'
import { pasting } from './paste'
import { type TablePlace, TableTools, tablePlace } from './tables'
import './editor.css'

/** Where the cursor is, counted from 1. */
export interface CursorPosition {
  readonly line: number
  readonly column: number
}

interface Props {
  readonly session: DraftSession
  readonly isReadOnly: boolean
  readonly position: LiveValue<CursorPosition>
  /** Where the editor's panels (find and replace) stand: above what scrolls. */
  readonly panels: RefObject<HTMLElement | null>
  /** Called with the view when it is there, and with undefined before it goes. */
  readonly onView: (view: EditorView | undefined) => void
}

/** CodeMirror on the post's text. React draws the place for it and then leaves it alone. */
export function Editor({ session, isReadOnly, position, panels, onView }: Props) {
  const parent = useRef<HTMLDivElement>(null)
  const handle = useDeskHandle()
  const words = useWords()
  const [find] = useState(() => new LiveValue<OpenFind | undefined>(undefined))
  const own = useMore(session, position)
  const [table] = useState(() => new LiveValue<TablePlace | undefined>(undefined))
  const more = useMemo(() => [own, findInPost(find), tablePlace(table)], [own, find, table])
  useEffect(() => {
    if (parent.current === null) return
    const view = new EditorView({
      parent: parent.current,
      doc: session.body.toString(),
      extensions: createExtensions(session, {
        isReadOnly,
        nonce: findNonce(),
        panels: panels.current,
        more,
        words,
      }),
    })
    handle.current.editor = view
    handle.current.post = session.id
    onView(view)
    return () => {
      onView(undefined)
      if (handle.current.editor === view) handle.current.editor = undefined
      view.destroy()
    }
  }, [session, isReadOnly, more, panels, onView, handle, words])
  return (
    <>
      <div ref={parent} data-pane="text" data-pane-focus />
      <TableTools open={table} />
      <FindPanel open={find} session={session} isReadOnly={isReadOnly} />
    </>
  )
}

/** What reaches from the editor into the rest of the screen. */
function useMore(session: DraftSession, position: LiveValue<CursorPosition>): Extension {
  const { calls, pages } = useServices()
  const words = useLatest(useWords())
  const commands = useLatest(useCommandTable())
  const notify = useNotices()
  return useMemo(() => {
    const followCursor = EditorView.updateListener.of((update) => {
      if (!update.selectionSet && !update.docChanged) return
      const { head } = update.state.selection.main
      const line = update.state.doc.lineAt(head)
      position.set({ line: line.number, column: head - line.from + 1 })
    })
    const tell = (error: unknown) =>
      notify({
        text: words.current.say('The image was not added. {reason}', { reason: sentenceOf(error) }),
        kind: 'trouble',
      })
    const lookup = lookUpIn(calls, pages, session)
    return [
      followCursor,
      appCommands.of(() => commands.current),
      pasting({
        body: session.body,
        title: () => session.doc.getText('title').toString(),
        words: () => words.current,
        keep: async (name, bytes) => (await calls.assets.add({ name, bytes })).path,
        onTrouble: tell,
      }),
      completion(lookup, () => words.current),
    ]
  }, [calls, pages, words, commands, notify, session, position])
}

/** A value for what outlives the drawing that it came with. */
function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  }, [value])
  return latest
}

function findNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined
}
