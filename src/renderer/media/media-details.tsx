import { Copy, Replace, Trash2 } from 'lucide-react'
import { Button as PlainButton } from 'react-aria-components'
import type { MediaItem, MediaUse } from '../../api/contract'
import { useDispatch } from '../app/workspace'
import { Button } from '../design/button'
import { useWords } from '../words/words'
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
  const { say } = useWords()
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
          <Copy size={14} /> {say('Copy Markdown')}
        </Button>
        <Button onPress={onReplace} isDisabled={!isUsed}>
          <Replace size={14} /> {say('Replace everywhere…')}
        </Button>
        <Button look="danger" onPress={onRemove} isDisabled={isUsed}>
          <Trash2 size={14} /> {say('Remove')}
        </Button>
        {isUsed && <p className={styles.hint}>{say('A file that a post uses can’t be removed.')}</p>}
      </div>
    </>
  )
}

function Facts({ item }: { readonly item: MediaItem }) {
  const words = useWords()
  const { say, date } = words
  const { width, height, size, type, addedAt } = item
  const facts: [string, string][] = [
    ...(width !== null && height !== null
      ? [[say('Dimensions'), `${width} × ${height}`] as [string, string]]
      : []),
    [say('Size'), describeSize(size, words)],
    [say('Type'), type],
    [say('Added'), date(addedAt, { dateStyle: 'long' })],
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
  const words = useWords()
  const { say } = words
  const missing = missingAltOf(item)
  return (
    <section className={styles.uses} aria-label={say('Where it is used')}>
      <h3 className={styles.heading}>{describeUses(item, words)}</h3>
      {missing > 0 && (
        <p className={styles.missing}>
          {say(
            '{missing, plural, one {One image has} other {# images have}} no alternative text. Open the post and write between the brackets what the image shows.',
            { missing },
          )}
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
  const { say } = useWords()
  const dispatch = useDispatch()
  const open = () => {
    dispatch({ do: 'go', place: { kind: use.isTrashed ? 'trash' : 'all' } })
    dispatch({ do: 'select', post: use.id })
  }
  const note = use.isTrashed ? say('in the trash') : use.missingAlt > 0 ? say('no alternative text') : ''
  return (
    <li>
      <PlainButton className={styles.use ?? ''} onPress={open}>
        <span className={styles.title}>{use.title || say('Untitled')}</span>
        {note !== '' && <span className={styles.note}>{note}</span>}
      </PlainButton>
    </li>
  )
}
