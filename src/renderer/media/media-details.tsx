import { Copy, Replace, Trash2 } from 'lucide-react'
import { Button as PlainButton } from 'react-aria-components'
import type { MediaItem, MediaUse } from '../../api/contract'
import { useDispatch } from '../app/workspace'
import { Button } from '../design/button'
import { describeSize, describeUses, missingAltOf, nameOf } from './describe-file'
import styles from './media-details.module.css'
import { Picture } from './media-grid'

interface Props {
  readonly item: MediaItem
  readonly onCopy: () => void
  readonly onReplace: () => void
  readonly onRemove: () => void
}

/** One original: what it is, where it is used, and what can be done about it. */
export function MediaDetails({ item, onCopy, onReplace, onRemove }: Props) {
  const isUsed = item.uses.length > 0
  return (
    <>
      <div className={styles.picture}>
        <Picture item={item} />
      </div>
      <h2 className={styles.name}>{nameOf(item.path)}</h2>
      <Facts item={item} />
      <Uses item={item} />
      <div className={styles.actions}>
        <Button onPress={onCopy}>
          <Copy size={14} /> Copy Markdown
        </Button>
        <Button onPress={onReplace} isDisabled={!isUsed}>
          <Replace size={14} /> Replace everywhere…
        </Button>
        <Button look="danger" onPress={onRemove} isDisabled={isUsed}>
          <Trash2 size={14} /> Remove
        </Button>
        {isUsed && <p className={styles.hint}>A file that a post uses can’t be removed.</p>}
      </div>
    </>
  )
}

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' })

function Facts({ item }: { readonly item: MediaItem }) {
  const { width, height, size, type, addedAt } = item
  const facts: [string, string][] = [
    ...(width !== null && height !== null
      ? [['Dimensions', `${width} × ${height}`] as [string, string]]
      : []),
    ['Size', describeSize(size)],
    ['Type', type],
    ['Added', day.format(addedAt)],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Uses({ item }: { readonly item: MediaItem }) {
  const missing = missingAltOf(item)
  return (
    <section className={styles.uses} aria-label="Where it is used">
      <h3 className={styles.heading}>{describeUses(item)}</h3>
      {missing > 0 && (
        <p className={styles.missing}>
          {missing === 1 ? 'One image has' : `${missing} images have`} no alternative text. Open the post and
          write between the brackets what the image shows.
        </p>
      )}
      <ul>
        {item.uses.map((use) => (
          <Use key={use.id} use={use} />
        ))}
      </ul>
    </section>
  )
}

function Use({ use }: { readonly use: MediaUse }) {
  const dispatch = useDispatch()
  const open = () => {
    dispatch({ do: 'go', place: { kind: use.isTrashed ? 'trash' : 'all' } })
    dispatch({ do: 'select', post: use.id })
  }
  const note = use.isTrashed ? 'in the trash' : use.missingAlt > 0 ? 'no alternative text' : ''
  return (
    <li>
      <PlainButton className={styles.use ?? ''} onPress={open}>
        <span className={styles.title}>{use.title || 'Untitled'}</span>
        {note !== '' && <span className={styles.note}>{note}</span>}
      </PlainButton>
    </li>
  )
}
