import { useState } from 'react'
import { sentenceOf } from '../app/connection'
import { refreshLists } from '../app/kept-posts'
import { keys } from '../app/library-view'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useWords } from '../words/words'
import type { chosenOf } from './chosen-matches'

/** So many posts are changed at once: a fraction of a second, in which nothing else is saved. */
const partSize = 50

type Chosen = ReturnType<typeof chosenOf>

/** Replaces in many posts, in parts, and tells what came of it with an Undo. */
export function useLibraryReplace() {
  const { calls, queries, drafts } = useServices()
  const { say } = useWords()
  const notify = useNotices()
  /** How many posts are done; undefined while nothing is under way. */
  const [done, setDone] = useState<number>()
  const fail = (error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' })
  const show = () => {
    refreshLists(queries)
    void queries.invalidateQueries({ queryKey: keys.posts })
  }
  const undo = async (tokens: readonly string[]) => {
    let [replaced, skipped] = [0, 0]
    await drafts.flushAll()
    for (const token of tokens) {
      const part = await calls.replacing.undo({ undo: token })
      replaced += part.replaced
      skipped += part.skipped
    }
    show()
    notify({
      text:
        skipped === 0
          ? say('{replaced, plural, one {# match is} other {# matches are}} back as before.', { replaced })
          : say(
              '{replaced, number} of {all, number} matches are back as before; the others have changed since.',
              {
                replaced,
                all: replaced + skipped,
              },
            ),
    })
  }
  const replace = async (chosen: Chosen) => {
    const total = { posts: 0, replaced: 0, skipped: 0 }
    const tokens: string[] = []
    try {
      // What is typed is found as well, and comes before what is done with it.
      await drafts.flushAll()
      for (let at = 0; at < chosen.length; at += partSize) {
        setDone(at)
        const part = await calls.replacing.replace({ posts: chosen.slice(at, at + partSize) })
        tokens.push(part.undo)
        total.posts += part.posts
        total.replaced += part.replaced
        total.skipped += part.skipped
      }
    } catch (error) {
      // What was done before stays, and can be undone as well.
      if (tokens.length === 0) throw error
      fail(error)
    } finally {
      setDone(undefined)
    }
    show()
    const { replaced, posts, skipped } = total
    notify({
      text:
        skipped === 0
          ? say(
              '{replaced, plural, one {# match} other {# matches}} replaced in {posts, plural, one {# post} other {# posts}}.',
              { replaced, posts },
            )
          : say(
              '{replaced, plural, one {# match} other {# matches}} replaced in {posts, plural, one {# post} other {# posts}}; {skipped, number} had changed meanwhile and were left.',
              { replaced, posts, skipped },
            ),
      ...(replaced > 0 && { action: { label: say('Undo'), run: () => void undo(tokens).catch(fail) } }),
    })
  }
  return { replace, done }
}
