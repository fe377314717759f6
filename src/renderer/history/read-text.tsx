import type { PostId } from '../../document'
import { sentenceOf } from '../app/connection'
import { showDate } from '../desk/date-text'
import styles from './history-view.module.css'
import { ReadingPage } from './reading-page'
import { usePostState } from './use-history'

/** The post as it was, as a reader would have seen it. */
export function ReadText({ id, version }: { readonly id: PostId; readonly version: string }) {
  const state = usePostState(id, version)
  if (state.isError) {
    return (
      <p role="alert" className={styles.trouble}>
        {sentenceOf(state.error)}
      </p>
    )
  }
  if (state.data === undefined) return <div className={styles.reading} aria-busy />
  const { title, summary, body, date, tags } = state.data
  return (
    <article aria-label="The post as it was" className={styles.reading}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title || 'Untitled'}</h2>
        {summary !== '' && <p className={styles.summary}>{summary}</p>}
        <p className={styles.facts}>{[showDate(date), ...tags.map((tag) => `#${tag}`)].join('  ')}</p>
      </header>
      <ReadingPage id={id} body={body} />
    </article>
  )
}
