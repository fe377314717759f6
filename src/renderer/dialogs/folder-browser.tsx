import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Folder } from 'lucide-react'
import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { type Calls, sentenceOf } from '../app/connection'
import { useServices } from '../app/services'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useWords } from '../words/words'
import styles from './folder-browser.module.css'

type Listing = Awaited<ReturnType<Calls['folders']['list']>>

interface Props {
  /** Where to begin; somewhere that can't be read begins at home. */
  readonly start: string
  readonly onChoose: (path: string) => void
  readonly onClose: () => void
}

/** The folders of this machine, for a shell that has no chooser of the system. */
export function FolderBrowser({ start, onChoose, onClose }: Props) {
  const { say } = useWords()
  const { calls } = useServices()
  const [path, setPath] = useState(start)
  const listing = useQuery<Listing>({
    queryKey: ['folders', path],
    queryFn: async ({ signal }) => {
      try {
        return await calls.folders.list(path === '' ? {} : { path }, { signal })
      } catch (error) {
        if (path !== start) throw error
        return calls.folders.list({}, { signal })
      }
    },
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  const { data, isPlaceholderData } = listing
  // While another folder is being read, the one on the screen is not the one that the writer means.
  const isThere = data !== undefined && !isPlaceholderData
  const parent = data?.parent ?? null
  return (
    <Dialog
      title={say('Choose a folder')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('Cancel')}</Button>
          <Button look="solid" isDisabled={!isThere} onPress={() => data && onChoose(data.path)}>
            {say('Choose this folder')}
          </Button>
        </>
      }
    >
      <div className={styles.place}>
        <Button isDisabled={parent === null} onPress={() => parent !== null && setPath(parent)}>
          {say('Up')}
        </Button>
        <output className={styles.path}>{data?.path ?? ''}</output>
      </div>
      {listing.error && <p role="alert">{sentenceOf(listing.error)}</p>}
      <ListBox
        aria-label={say('Folders')}
        className={styles.list ?? ''}
        items={(data?.folders ?? []).map((folder) => ({ id: folder }))}
        selectionMode="none"
        onAction={(key) => setPath(String(key))}
        renderEmptyState={() => <p className={styles.none}>{say('No folders in here.')}</p>}
      >
        {({ id }) => (
          <ListBoxItem id={id} textValue={nameOf(id)} className={styles.item ?? ''}>
            <Folder size={15} strokeWidth={1.75} />
            {nameOf(id)}
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  )
}

/** The last part of a path, of either kind of system. */
const nameOf = (path: string) => path.split(/[/\\]/).filter(Boolean).at(-1) ?? path
