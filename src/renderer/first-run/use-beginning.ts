import { EditorView } from '@codemirror/view'
import { sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import { usePostActions } from '../app/post-actions'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { useDispatch } from '../app/workspace'
import { useDeskHandle } from '../desk/desk-handle'
import { useWords } from '../words/words'
import { samplePosts } from './sample-posts'

/** The ways in which a newcomer can begin. Each puts the welcome away, but for the one that only tells. */
export function useBeginning(onChosen: () => void) {
  const { calls } = useServices()
  const dispatch = useDispatch()
  const actions = usePostActions()
  const notify = useNotices()
  const desk = useDeskHandle()
  const [view, setView] = usePreference('view')
  const { say } = useWords()

  /** What the sample brought goes to the trash, where it can be had back from; what the writer wrote in stays. */
  const clearSample = async () => {
    const ids = [...samplePosts(await calls.posts.list({}))]
    const { undo } = await calls.posts.bulk({ ids, change: { trashed: true } })
    notify({
      text: say('The sample is in the trash.'),
      action: {
        label: say('Undo'),
        run: () => {
          calls.posts.undoBulk({ undo }).catch(tell)
        },
      },
    })
  }
  const tell = (error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' })

  return {
    withSample: () => {
      if (view !== 'split') setView('split')
      onChosen()
      const { editor } = desk.current
      const { doc } = editor?.state ?? {}
      if (editor === undefined || doc === undefined) return
      // At the end of the first sentence, ready to go on.
      const end = /[.!?](?=\s|$)/.exec(doc.sliceString(0, 2000))?.index ?? 0
      editor.focus()
      editor.dispatch({
        selection: { anchor: end === 0 ? 0 : end + 1 },
        effects: EditorView.scrollIntoView(0, { y: 'nearest' }),
      })
    },
    withImport: () => {
      onChosen()
      dispatch({ do: 'open-dialog', dialog: 'import' })
    },
    withEmptyPage: async () => {
      onChosen()
      try {
        await clearSample()
        await actions.create({ kind: 'all' })
      } catch (error) {
        tell(error)
      }
    },
    withReference: () => dispatch({ do: 'open-dialog', dialog: 'markdown-reference' }),
  }
}
