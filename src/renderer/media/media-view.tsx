import { useDeferredValue, useState } from 'react'
import type { MediaFilter, MediaItem } from '../../api/contract'
import { Button } from '../design/button'
import { useWords } from '../words/words'
import { chooseFiles } from './choose-files'
import { EmptyMedia } from './empty-media'
import { MediaDetails } from './media-details'
import { MediaGrid } from './media-grid'
import { MediaHead } from './media-head'
import styles from './media-view.module.css'
import { ReplaceDialog } from './replace-dialog'
import { useDroppedFiles } from './use-dropped-files'
import { useMedia } from './use-media'
import { useMediaActions } from './use-media-actions'
import { useMediaChanges } from './use-media-changes'

/** The place of all originals: pictures on the left, the chosen one on the right. Files dropped on it are added. */
export function MediaView() {
  const { say } = useWords()
  const [filter, setFilter] = useState<MediaFilter>('all')
  const [query, setQuery] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const actions = useMediaActions()
  useMediaChanges()
  const shown = useMedia(filter, useDeferredValue(query.trim()))
  const chosen = shown.items.filter(({ path }) => selected.has(path))

  const add = async (files: readonly File[]) => {
    const paths = await actions.add(files)
    if (paths.length === 0) return
    setFilter('all')
    setQuery('')
    setSelected(new Set(paths))
  }
  const remove = () => {
    const unused = chosen.filter(({ uses }) => uses.length === 0)
    if (unused.length > 0) void actions.remove(unused)
  }
  const drop = useDroppedFiles((files) => void add(files))
  const askForFiles = () => void chooseFiles({ isMultiple: true }).then(add)
  return (
    <main aria-label={say('Media')} className={styles.view} data-pane="media" {...drop.handlers}>
      <MediaHead
        counts={shown.counts}
        filter={filter}
        query={query}
        onFilter={setFilter}
        onQuery={setQuery}
        onAdd={askForFiles}
      />
      <div className={styles.body}>
        {shown.items.length === 0 ? (
          <EmptyMedia
            shown={shown}
            filter={filter}
            query={query.trim()}
            onAdd={askForFiles}
            onClearSearch={() => setQuery('')}
          />
        ) : (
          <>
            <MediaGrid shown={shown} selected={selected} onSelect={setSelected} onRemove={remove} />
            <Side chosen={chosen} onRemove={remove} onReplaced={(path) => setSelected(new Set([path]))} />
          </>
        )}
        {drop.isOver && <div className={styles.drop}>{say('Drop to add to the library')}</div>}
      </div>
    </main>
  )
}

interface SideProps {
  readonly chosen: readonly MediaItem[]
  readonly onRemove: () => void
  readonly onReplaced: (path: string) => void
}

/** What is beside the pictures: one in detail, or what can be done with several. */
function Side({ chosen, onRemove, onReplaced }: SideProps) {
  const { say } = useWords()
  const actions = useMediaActions()
  const [replacement, setReplacement] = useState<{ readonly item: MediaItem; readonly file: File }>()
  const [item] = chosen
  const askForReplacement = async (replaced: MediaItem) => {
    const accept = replaced.type.startsWith('image/') ? { accept: 'image/*' } : {}
    const [file] = await chooseFiles(accept)
    if (file) setReplacement({ item: replaced, file })
  }
  const replace = async () => {
    if (replacement === undefined) return
    const path = await actions.replace(replacement.item, replacement.file)
    if (path !== undefined) onReplaced(path)
  }
  return (
    <aside aria-label={say('Details')} className={styles.side} data-pane="details">
      {item === undefined ? (
        <p className={styles.hint}>{say('Choose a file to see where it is used.')}</p>
      ) : chosen.length > 1 ? (
        <Several chosen={chosen} onRemove={onRemove} />
      ) : (
        <MediaDetails
          item={item}
          onCopy={() => void actions.copyReference(item)}
          onReplace={() => void askForReplacement(item)}
          onRemove={onRemove}
        />
      )}
      {replacement && (
        <ReplaceDialog {...replacement} onClose={() => setReplacement(undefined)} onReplace={replace} />
      )}
    </aside>
  )
}

function Several({ chosen, onRemove }: Omit<SideProps, 'onReplaced'>) {
  const { say } = useWords()
  const unused = chosen.filter(({ uses }) => uses.length === 0).length
  return (
    <>
      <h2 className={styles.several}>
        {say('{count, plural, one {# file} other {# files}} chosen', { count: chosen.length })}
      </h2>
      <p className={styles.hint}>
        {unused === 0
          ? say('All of them are used.')
          : say(
              '{used, plural, =0 {None of them is used.} one {# of them is used.} other {# of them are used.}}',
              {
                used: chosen.length - unused,
              },
            )}
      </p>
      <Button look="danger" onPress={onRemove} isDisabled={unused === 0}>
        {unused === 0
          ? say('Remove')
          : say('Remove {unused, plural, one {# unused file} other {# unused files}}', { unused })}
      </Button>
    </>
  )
}
