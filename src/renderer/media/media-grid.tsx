import { File as FileIcon } from 'lucide-react'
import {
  GridLayout,
  ListBox,
  ListBoxItem,
  ListBoxLoadMoreItem,
  type Selection,
  Size,
  Virtualizer,
} from 'react-aria-components'
import type { MediaItem } from '../../api/contract'
import { useWords } from '../words/words'
import { describeSize, describeUses, isDrawable, missingAltOf, nameOf } from './describe-file'
import styles from './media-grid.module.css'
import type { ShownMedia } from './use-media'

interface Props {
  readonly shown: ShownMedia
  readonly selected: ReadonlySet<string>
  readonly onSelect: (paths: ReadonlySet<string>) => void
  readonly onRemove: () => void
}

const tile = { minItemSize: new Size(148, 160), maxItemSize: new Size(240, 240), minSpace: new Size(12, 12) }

/** The originals as pictures. Thousands of them scroll as ten do: only what is in view is drawn. */
export function MediaGrid({ shown, selected, onSelect, onRemove }: Props) {
  const { say } = useWords()
  const select = (selection: Selection) =>
    onSelect(
      selection === 'all'
        ? new Set(shown.items.map(({ path }) => path))
        : new Set([...selection].map(String)),
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key bubbles up from the list, which holds the focus.
    <div
      className={styles.place}
      onKeyDown={(event) => {
        if (event.key === 'Delete') onRemove()
      }}
    >
      <Virtualizer layout={GridLayout} layoutOptions={tile}>
        <ListBox
          aria-label={say('Media')}
          layout="grid"
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={select}
          className={styles.grid ?? ''}
          data-pane-focus
        >
          {shown.items.map((item) => (
            <Tile key={item.path} item={item} />
          ))}
          <ListBoxLoadMoreItem isLoading={shown.isLoadingMore} onLoadMore={shown.loadMore} />
        </ListBox>
      </Virtualizer>
    </div>
  )
}

function Tile({ item }: { readonly item: MediaItem }) {
  const words = useWords()
  const { say } = words
  const name = nameOf(item.path)
  const missing = missingAltOf(item)
  const facts = [
    describeSize(item.size, words),
    describeUses(item, words),
    missing > 0 ? say('Alternative text is missing') : '',
  ]
  return (
    <ListBoxItem
      id={item.path}
      textValue={name}
      aria-label={name}
      className={styles.tile ?? ''}
      aria-description={facts.filter(Boolean).join(', ')}
    >
      <span className={styles.picture}>
        <Picture item={item} />
      </span>
      <span className={styles.name}>{name}</span>
      <span className={styles.facts}>
        {missing > 0 ? (
          <span className={styles.missing}>{say('No alternative text')}</span>
        ) : (
          <span>{describeUses(item, words)}</span>
        )}
      </span>
    </ListBoxItem>
  )
}

/** The picture itself; for other files, what they are. */
export function Picture({ item }: { readonly item: MediaItem }) {
  if (isDrawable(item))
    return <img src={`/${item.path}`} alt="" loading="lazy" decoding="async" draggable={false} />
  return (
    <span className={styles.kind}>
      <FileIcon size={28} strokeWidth={1.25} />
      {item.path.split('.').at(-1)?.toUpperCase()}
    </span>
  )
}
