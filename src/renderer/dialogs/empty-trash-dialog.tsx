import { useState } from 'react'
import { sentenceOf } from '../app/connection'
import { refreshLists } from '../app/kept-posts'
import { keys, useCounts } from '../app/library-view'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useDispatch } from '../app/workspace'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useWords } from '../words/words'

/** Asks before the trash is emptied: how many posts, and what can't be undone. */
export function EmptyTrashDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { calls, queries, drafts } = useServices()
  const dispatch = useDispatch()
  const notify = useNotices()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const count = useCounts().data?.trash ?? 0
  const empty = async () => {
    setBusy(true)
    try {
      await drafts.flushAll()
      const { removed } = await calls.trash.empty()
      onClose()
      // The post on the desk may be one of them.
      dispatch({ do: 'select', post: undefined })
      refreshLists(queries)
      void queries.invalidateQueries({ queryKey: keys.posts })
      notify({ text: say('{removed, plural, one {# post} other {# posts}} deleted.', { removed }) })
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={say('Empty the trash?')}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {say('Cancel')}
          </Button>
          <Button look="danger" isDisabled={isBusy || count === 0} onPress={() => void empty()}>
            {say('Delete {count, plural, one {# post} other {# posts}}', { count })}
          </Button>
        </>
      }
    >
      <p>
        {say(
          '{count, plural, one {# post will be deleted with its whole history.} other {# posts will be deleted with their whole history.}} This can’t be undone.',
          { count },
        )}
      </p>
      <p>{say('Backups that were made before keep them; images and files of the library stay.')}</p>
      {failure !== undefined && <p role="alert">{failure}</p>}
    </Dialog>
  )
}
