import type { CSSProperties } from 'react'
import type { PostSummary, SearchHit } from '../../document'
import { formatDate } from './format-date'
import { MarkedText } from './marked-text'
import styles from './post-row.module.css'

interface Props {
  readonly post: PostSummary | SearchHit
  readonly index: number
  readonly count: number
  readonly isSelected: boolean
  readonly style: CSSProperties
  readonly onPress: () => void
}

/** The id of a row's element, by which the list names its active row. */
export const rowId = (post: string) => `post-${post}`

/** The height of a row in pixels. It follows from the post alone, so that nothing is measured while scrolling. */
export function rowHeight(post: PostSummary | SearchHit): number {
  return heights[lineCount(post)]
}

const heights = { 0: 58, 1: 78, 2: 96 } as const

/** A line of the narrowest list holds about this many letters; more get two lines, whatever the width. */
const lineLength = 30

function lineCount(post: PostSummary | SearchHit): 0 | 1 | 2 {
  const { length } = secondLine(post)
  return length === 0 ? 0 : length <= lineLength ? 1 : 2
}

const secondLine = (post: PostSummary | SearchHit) => ('snippet' in post ? post.snippet : post.summary)

/** One post in the list: title, what it is about or where the search found it, date, status, tags. */
export function PostRow({ post, index, count, isSelected, style, onPress }: Props) {
  const second = secondLine(post)
  const date = formatDate(post.date, Date.now())
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the list, which holds the focus.
    <div
      role="option"
      tabIndex={-1}
      id={rowId(post.id)}
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-label={post.title || 'Untitled'}
      aria-description={`${post.status === 'draft' ? 'Draft' : 'Published'}, ${date}`}
      className={styles.row}
      style={style}
      onClick={onPress}
    >
      <span className={post.title ? styles.title : styles.untitled}>{post.title || 'Untitled'}</span>
      {second !== '' && (
        <span className={styles.second} data-lines={lineCount(post)}>
          {'snippet' in post ? <MarkedText text={post.snippet} /> : post.summary}
        </span>
      )}
      <span className={styles.meta}>
        <span>{date}</span>
        {post.status === 'draft' && <span className={styles.draft}>Draft</span>}
        <span className={styles.tags}>{post.tags.map((tag) => `#${tag}`).join(' ')}</span>
      </span>
    </div>
  )
}
