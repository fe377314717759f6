import { replaceAll } from '@codemirror/search'
import { useNotices } from '../app/notices'
import type { DraftSession } from '../drafts/draft-session'
import { useWords } from '../words/words'
import type { OpenFind } from './find-in-post'

/** Replaces every match of the post, as one step that can be undone, and says how many there were. */
export function useReplaceAll({ view, query }: OpenFind, { undo }: DraftSession): () => void {
  const { say } = useWords()
  const notify = useNotices()
  return () => {
    const { doc } = view.state
    // Not a part of what was typed before or is typed after it.
    undo.stopCapturing()
    const total = countReplaced(query.get().getCursor(view.state))
    replaceAll(view)
    undo.stopCapturing()
    if (view.state.doc.eq(doc)) return notify({ text: say('Nothing was replaced.') })
    const replaced = view.state.doc
    notify({
      text: say('{total, plural, one {# match replaced.} other {# matches replaced.}}', { total }),
      action: {
        label: say('Undo'),
        run: () => {
          // What was written since then is not undone for it.
          if (view.state.doc.eq(replaced)) undo.undo()
          else notify({ text: say('The text has changed since then. Undo goes back step by step.') })
        },
      },
    })
  }
}

function countReplaced(cursor: Iterator<{ from: number; to: number }>): number {
  let total = 0
  while (!cursor.next().done) total++
  return total
}
