import { replaceAll } from '@codemirror/search'
import { sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import type { DraftSession } from '../drafts/draft-session'
import { useWords } from '../words/words'
import type { OpenFind } from './find-in-post'

/** Replaces every match of the post, as one step that can be undone, and says how many there were. */
export function useReplaceAll({ view, query }: OpenFind, { id, undo }: DraftSession): () => void {
  const { say } = useWords()
  const { drafts } = useServices()
  const notify = useNotices()
  /** Takes it back, also when another post is open by then. What was written since then is not undone for it. */
  const takeBack = async (replaced: string) => {
    const session = await drafts.take(id)
    try {
      if (session.body.toString() === replaced && session.undo.undo() !== null) return
      notify({ text: say('The text has changed since then. Undo goes back step by step.') })
    } finally {
      drafts.release(id)
    }
  }
  return () => {
    const { doc } = view.state
    // Not a part of what was typed before or is typed after it.
    undo.stopCapturing()
    const total = countReplaced(query.get().getCursor(view.state))
    replaceAll(view)
    undo.stopCapturing()
    const replaced = view.state.doc
    if (replaced.eq(doc)) return notify({ text: say('Nothing was replaced.') })
    const fail = (error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' })
    notify({
      text: say('{total, plural, one {# match replaced.} other {# matches replaced.}}', { total }),
      action: { label: say('Undo'), run: () => void takeBack(replaced.toString()).catch(fail) },
    })
  }
}

function countReplaced(cursor: Iterator<{ from: number; to: number }>): number {
  let total = 0
  while (!cursor.next().done) total++
  return total
}
