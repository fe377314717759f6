import { useCallback, useRef } from 'react'
import type { PostId } from '../../document'
import { sentenceOf } from '../app/connection'
import { findNoticeField, useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useWords } from '../words/words'

/**
 * Saves everything and makes the present state a version that can be named. Asked again before anything
 * changed, it goes to the field for the name.
 */
export function useMarkVersion(): (post: PostId) => Promise<void> {
  const { say } = useWords()
  const { calls, drafts, queries } = useServices()
  const notify = useNotices()
  const last = useRef<string>(undefined)
  return useCallback(
    async (id: PostId) => {
      try {
        await drafts.saveAll()
        const version = await calls.history.mark({ id })
        void queries.invalidateQueries({ queryKey: ['history', id] })
        const field = last.current === version.id ? findNoticeField() : null
        last.current = version.id
        if (field) return field.focus()
        const give = (name: string) =>
          calls.history.rename({ id, version: version.id, name }).then(
            () => {
              void queries.invalidateQueries({ queryKey: ['history', id] })
              notify({ text: say('The version is named “{name}”.', { name }) })
            },
            (error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' }),
          )
        notify({
          text: say('Everything is saved; version marked.'),
          field: { label: say('Name this version'), give: (name) => void give(name) },
        })
      } catch (error) {
        notify({
          text: say('No version was marked. {reason}', { reason: sentenceOf(error) }),
          kind: 'trouble',
        })
      }
    },
    [calls, drafts, queries, notify, say],
  )
}
