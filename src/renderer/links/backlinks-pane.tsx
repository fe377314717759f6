import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button as Press } from 'react-aria-components'
import type { Backlink } from '../../api/contract'
import { sentenceOf } from '../app/connection'
import { keys } from '../app/library-view'
import { useServices } from '../app/services'
import { Button } from '../design/button'
import { useGoToLine } from '../desk/go-to-line'
import type { SidePaneProps } from '../side/side-panes'
import { useWords } from '../words/words'
import styles from './backlinks-pane.module.css'

/** Who links to the open post, and with which words. A press leads there. */
export function BacklinksPane({ session: { id } }: Pick<SidePaneProps, 'session'>) {
  const { calls } = useServices()
  const { say } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: keys.backlinksOf(id),
    queryFn: ({ signal }) => calls.posts.backlinks({ id }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 60_000,
    retry: false,
  })
  if (error !== null)
    return (
      <div className={styles.note}>
        <p role="alert">{sentenceOf(error)}</p>
        <Button onPress={() => void refetch()}>{say('Try again')}</Button>
      </div>
    )
  if (data === undefined) return <p className={styles.note}>{say('Looking…')}</p>
  if (data.total === 0)
    return (
      <p className={styles.note}>
        {say('No post links here yet. In another post, type [[ and a few letters of this one’s title.')}
      </p>
    )
  const others = data.total - data.posts.length
  return (
    <>
      <p className={styles.note}>
        {say('{count, plural, one {# post links here.} other {# posts link here.}}', { count: data.total })}
      </p>
      <ul aria-label={say('Posts that link here')} className={styles.list}>
        {data.posts.map((post) => (
          <Item key={post.id} post={post} />
        ))}
      </ul>
      {others > 0 && (
        <p className={styles.note}>
          {say('And {count, plural, one {# more} other {# more}}.', { count: others })}
        </p>
      )}
    </>
  )
}

function Item({ post }: { readonly post: Backlink }) {
  const { say } = useWords()
  const goToLine = useGoToLine()
  const [first] = post.places
  const state =
    post.status === 'draft' ? say('Draft') : post.hasChanges ? say('Unreleased changes') : undefined
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Press className={styles.title ?? ''} onPress={() => goToLine(post.id, first?.line)}>
          {post.title || say('Untitled')}
        </Press>
        {state !== undefined && <span className={styles.state}>{state}</span>}
      </div>
      {post.places.map(({ line, text }) => (
        <Press
          key={line}
          className={styles.place ?? ''}
          aria-description={say('Line {line, number}', { line })}
          onPress={() => goToLine(post.id, line)}
        >
          {text}
        </Press>
      ))}
    </li>
  )
}
