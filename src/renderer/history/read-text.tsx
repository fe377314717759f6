import { memo } from 'react'
import type { PostId } from '../../document'
import { sentenceOf } from '../app/connection'
import { useWords } from '../words/words'
import styles from './history-view.module.css'
import { ReadingPage } from './reading-page'
import { usePostState } from './use-history'

/** The post as it was, as a reader would have seen it. */
export const ReadText = memo(({ id, version }: { readonly id: PostId; readonly version: string }) => {
  const { say } = useWords()
  const state = usePostState(id, version)
  if (state.isError) {
    return (
      <p role="alert" className={styles.trouble}>
        {sentenceOf(state.error)}
      </p>
    )
  }
  if (state.data === undefined) return <div className={styles.reading} aria-busy />
  return (
    <article aria-label={say('The post as it was')} className={styles.reading}>
      <ReadingPage id={id} state={state.data} />
    </article>
  )
})
