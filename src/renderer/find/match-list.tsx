import { type ReactNode, useEffect, useRef } from 'react'
import type { PostMatches } from '../../api/contract'
import type { PostId } from '../../document'
import { useWords } from '../words/words'
import { keyOf } from './chosen-matches'
import styles from './match-list.module.css'

interface Found {
  readonly posts: readonly PostMatches[]
  readonly total: number
}
type Match = PostMatches['matches'][number]

interface Props {
  readonly found: Found
  /** The keys of the matches that are left out. */
  readonly left: ReadonlySet<string>
  readonly onChoose: (posts: readonly Pick<PostMatches, 'id' | 'matches'>[], isChosen: boolean) => void
  readonly onOpen: (post: PostId) => void
}

/** Every match as it would read, by posts, each to be taken in or left out. */
export function MatchList({ found: { posts, total }, left, onChoose, onOpen }: Props) {
  const { say } = useWords()
  if (posts.length === 0)
    return (
      <p role="status" className={styles.none}>
        {say('No matches')}
      </p>
    )
  const shown = posts.reduce((sum, { matches }) => sum + matches.length, 0)
  return (
    <>
      <div className={styles.all}>
        <Check posts={posts} left={left} onChoose={onChoose} label={say('All matches')} />
        <span role="status">
          {shown < total
            ? say('The first {shown, number} of {total, number} matches', { shown, total })
            : say(
                '{total, plural, one {# match} other {# matches}} in {posts, plural, one {# post} other {# posts}}',
                { total, posts: posts.length },
              )}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <ul className={styles.posts} aria-label={say('Matches')} tabIndex={0}>
        {posts.map((post) => (
          <li key={post.id} className={styles.post}>
            <div className={styles.head}>
              <Check posts={[post]} left={left} onChoose={onChoose} label={post.title || say('Untitled')} />
              <button type="button" className={styles.title} onClick={() => onOpen(post.id)}>
                {post.title || say('Untitled')}
              </button>
              <span className={styles.note}>{noteOf(post, say)}</span>
            </div>
            <ul>
              {post.matches.map((match) => (
                <li key={keyOf(post.id, match)}>
                  <Check posts={[{ id: post.id, matches: [match] }]} left={left} onChoose={onChoose}>
                    <Line match={match} />
                  </Check>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

type Say = ReturnType<typeof useWords>['say']

function noteOf({ kind, isPublished }: PostMatches, say: Say): string {
  if (isPublished) return say('Published: changed on the site with its next update')
  return kind === 'page' ? say('Page') : say('Draft')
}

/** A match in its line, what goes struck through, what comes underlined. */
function Line({ match: { field, line, before, text, after, replacement } }: { readonly match: Match }) {
  const { say } = useWords()
  const place =
    field === 'title'
      ? say('Title')
      : field === 'summary'
        ? say('Summary')
        : say('Line {line, number}', { line })
  return (
    <>
      <span className={styles.line} dir="auto">
        {before.trimStart()}
        <del>{text}</del>
        {replacement !== '' && <ins>{replacement}</ins>}
        {after}
      </span>
      <span className={styles.place}>{place}</span>
    </>
  )
}

interface CheckProps extends Pick<Props, 'left' | 'onChoose'> {
  readonly posts: readonly Pick<PostMatches, 'id' | 'matches'>[]
  readonly label?: string
  readonly children?: ReactNode
}

/** Whether these are replaced; half, where only some of them are. */
function Check({ posts, left, onChoose, label, children }: CheckProps) {
  const input = useRef<HTMLInputElement>(null)
  const states = posts.flatMap(({ id, matches }) => matches.map((match) => !left.has(keyOf(id, match))))
  const isChosen = states.every((state) => state)
  const isHalf = !isChosen && states.some((state) => state)
  useEffect(() => {
    if (input.current) input.current.indeterminate = isHalf
  }, [isHalf])
  return (
    <label className={styles.check}>
      <input
        ref={input}
        type="checkbox"
        aria-label={label}
        checked={isChosen}
        onChange={() => onChoose(posts, !isChosen)}
      />
      {children}
    </label>
  )
}
