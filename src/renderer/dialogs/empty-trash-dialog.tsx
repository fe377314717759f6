import { useState } from 'react'
import { sentenceOf } from '../app/connection'
import { refreshLists } from '../app/kept-posts'
import { keys, useCounts } from '../app/library-view'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useDispatch } from '../app/workspace'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'

/** Asks before the trash is emptied: how many posts, and what can't be undone. */
export function EmptyTrashDialog({ onClose }: { readonly onClose: () => void }) {
  const { calls, queries, drafts } = useServices()
  const dispatch = useDispatch()
  const notify = useNotices()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const count = useCounts().data?.trash ?? 0
  const posts = count === 1 ? '1 post' : `${count.toLocaleString()} posts`
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
      notify({ text: removed === 1 ? '1 post deleted.' : `${removed.toLocaleString()} posts deleted.` })
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title="Empty the trash?"
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            Cancel
          </Button>
          <Button look="danger" isDisabled={isBusy || count === 0} onPress={() => void empty()}>
            Delete {posts}
          </Button>
        </>
      }
    >
      <p>
        {posts} will be deleted with {count === 1 ? 'its' : 'their'} whole history. This can’t be undone.
      </p>
      <p>Backups that were made before keep them; images and files of the library stay.</p>
      {failure !== undefined && <p role="alert">{failure}</p>}
    </Dialog>
  )
}
