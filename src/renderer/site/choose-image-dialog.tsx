import { useDeferredValue, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { SearchField } from '../design/search-field'
import { chooseFiles, isDrawable, nameOf, useMedia, useMediaActions } from '../media'
import { useWords } from '../words/words'
import styles from './choose-image-dialog.module.css'

interface Props {
  readonly title: string
  readonly onClose: () => void
  /** Called with the path of a picture of the library. */
  readonly onChoose: (path: string) => void
}

/** Chooses one of the library's pictures. A new one is added among the media first. */
export function ChooseImageDialog({ title, onClose, onChoose }: Props) {
  const { say } = useWords()
  const [query, setQuery] = useState('')
  const shown = useMedia('all', useDeferredValue(query.trim()))
  const pictures = shown.items.filter(isDrawable)
  const actions = useMediaActions()
  const add = async () => {
    const [path] = await actions.add(await chooseFiles({ accept: 'image/*' }))
    if (path !== undefined) onChoose(path)
  }
  return (
    <Dialog
      title={title}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void add()}>{say('Add a file…')}</Button>
          <Button onPress={onClose}>{say('Cancel')}</Button>
        </>
      }
    >
      <SearchField label={say('Search pictures')} size="control" value={query} onChange={setQuery} />
      <ListBox
        aria-label={say('Pictures')}
        layout="grid"
        selectionMode="none"
        className={styles.pictures ?? ''}
        onAction={(path) => onChoose(String(path))}
        renderEmptyState={() => <p className={styles.none}>{say('No picture is in the library yet.')}</p>}
      >
        {pictures.map(({ path }) => (
          <ListBoxItem key={path} id={path} textValue={nameOf(path)} className={styles.tile ?? ''}>
            <img src={`/${path}`} alt="" loading="lazy" decoding="async" draggable={false} />
            <span className={styles.name}>{nameOf(path)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </Dialog>
  )
}
