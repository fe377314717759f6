import { type CSSProperties, type MouseEvent, memo } from 'react'
import type { PostSummary, SearchHit } from '../../document'
import type { Words } from '../../words'
import { useWords } from '../words/words'
import { formatDate } from './format-date'
import { MarkedText } from './marked-text'
import styles from './post-row.module.css'

/** The heights of rows in pixels: a post with a line of its summary; a hit with two lines of its text. */
export const rowHeights = { post: 78, hit: 96 } as const

interface Place {
  readonly index: number
  /** How many rows the list has. */
  readonly count: number
  /** Pixels from the beginning of the list. */
  readonly top: number
}

interface Props extends Place {
  readonly post: PostSummary | SearchHit
  /** Whether it is on the desk. */
  readonly isOpen: boolean
  readonly isSelected: boolean
  readonly onPress: (event: MouseEvent, post: PostSummary, index: number) => void
}

/** The id of a row's element, by which the list names its active row. */
export const rowId = (post: string) => `post-${post}`

const inReach = ({ index, count }: Place) => ({ 'aria-setsize': count, 'aria-posinset': index + 1 })

/** One post in the list: title, what it is about or where the search found it, date, status, tags. */
export const PostRow = memo(function PostRow({ post, isOpen, isSelected, onPress, ...place }: Props) {
  const words = useWords()
  const { say } = words
  const second = 'snippet' in post ? post.snippet : post.summary
  const date = formatDate(post.date, Date.now(), words)
  const height = 'snippet' in post ? rowHeights.hit : rowHeights.post
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the list, which holds the focus.
    <div
      role="option"
      tabIndex={-1}
      id={rowId(post.id)}
      aria-selected={isSelected}
      {...inReach(place)}
      aria-label={post.title || say('Untitled')}
      aria-description={describe(post, date, words)}
      className={styles.row}
      data-open={isOpen || undefined}
      style={{ height, top: place.top }}
      // Shift would select the text between two clicks.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={(event) => onPress(event, post, place.index)}
    >
      <span className={post.title ? styles.title : styles.untitled}>
        {post.title || say('Untitled')}
        {post.hasChanges && <span className={styles.dot} title={say('Unreleased changes')} />}
      </span>
      {second !== '' && (
        <span className={styles.second} data-lines={'snippet' in post ? 2 : 1}>
          {'snippet' in post ? <MarkedText text={post.snippet} /> : post.summary}
        </span>
      )}
      <span className={styles.meta}>
        <span>{date}</span>
        {post.status === 'draft' && <span className={styles.draft}>{say('Draft')}</span>}
        {post.kind === 'page' && <span>{say('Page')}</span>}
        <span className={styles.tags}>{post.tags.map((tag) => `#${tag}`).join(' ')}</span>
      </span>
    </div>
  )
})

function describe(post: PostSummary, date: string, { say }: Words): string {
  const parts = [post.status === 'draft' ? say('Draft') : say('Published')]
  if (post.kind === 'page') parts.push(say('[kind] page'))
  if (post.hasChanges) parts.push(say('Unreleased changes'))
  return [...parts, date].join(', ')
}

/** Stands where a post will be as soon as its part of the list has been read. */
export function LoadingRow({ height, top, ...place }: Place & { readonly height: number }) {
  const { say } = useWords()
  const style: CSSProperties = { height, top }
  return (
    <div
      role="option"
      tabIndex={-1}
      aria-selected={false}
      aria-busy
      aria-label={say('Loading')}
      {...inReach({ ...place, top })}
      className={styles.row}
      style={style}
    >
      <span className={styles.bone} />
      <span className={styles.bone} data-short />
    </div>
  )
}
