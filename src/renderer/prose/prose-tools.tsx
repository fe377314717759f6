import { StateEffect } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { useEffect, useState } from 'react'
import { useServices } from '../app/services'
import type { DraftSession } from '../drafts/draft-session'
import { type PlacedFinding, proseMarks } from './prose-marks'
import { suggestionsOf } from './suggestions'
import { useProse } from './use-prose'
import { WordMenu, type WordMenuRequest } from './word-menu'

interface Props {
  readonly session: DraftSession
  readonly editor: EditorView | undefined
}

/** Marks mistakes and hints in the text, with the menu that helps. Nothing of it is needed to begin to write. */
export function ProseTools({ session, editor }: Props) {
  const { prose: reader } = useServices()
  const prose = useProse(session)
  const [request, setRequest] = useState<WordMenuRequest>()
  useEffect(() => {
    if (editor === undefined) return
    let isHere = true
    const onMenu = async (view: EditorView, found: PlacedFinding) => {
      if (view.state.readOnly) return
      const { finding } = found
      const suggestions =
        finding.kind === 'hint' ? suggestionsOf(finding.hint) : await reader.suggest(finding.mistake.word)
      if (isHere) setRequest({ view, found, suggestions })
    }
    const marks = proseMarks(prose, (view, found) => void onMenu(view, found))
    editor.dispatch({ effects: StateEffect.appendConfig.of(marks) })
    return () => {
      isHere = false
    }
  }, [editor, prose, reader])
  return request === undefined ? null : <WordMenu request={request} onClose={() => setRequest(undefined)} />
}
