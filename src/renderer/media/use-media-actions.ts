import { useMemo } from 'react'
import type { MediaItem } from '../../api/contract'
import type { Words } from '../../words'
import { sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useWords } from '../words/words'
import { markdownFor, nameOf } from './describe-file'
import { mediaKey } from './use-media'

export interface MediaActions {
  /** Keeps files in the library; gives the path of each that was. */
  add(files: readonly File[]): Promise<readonly string[]>
  /** Puts a file in the place of another in every post; gives its path. */
  replace(item: MediaItem, file: File): Promise<string | undefined>
  remove(items: readonly MediaItem[]): Promise<void>
  copyReference(item: MediaItem): Promise<void>
}

/** What can be done with originals. The writer is told of each outcome; a failure changes nothing. */
export function useMediaActions(): MediaActions {
  const { say } = useWords()
  const { calls, drafts, queries } = useServices()
  const notify = useNotices()
  return useMemo(() => {
    const tell = (before: string, error: unknown) =>
      notify({ text: `${before} ${sentenceOf(error)}`, kind: 'trouble' })
    const refresh = () => queries.invalidateQueries({ queryKey: mediaKey })
    const bringBack = async (paths: string[]) => {
      try {
        await calls.media.restore({ paths })
        await refresh()
      } catch (error) {
        tell(say('The files were not brought back.'), error)
      }
    }

    return {
      async add(files) {
        const paths: string[] = []
        try {
          for (const file of files) {
            paths.push((await calls.assets.add({ name: file.name, bytes: await bytesOf(file) })).path)
          }
          if (paths.length > 0)
            notify({
              text: say('Added {files}.', {
                files: nameFiles(
                  files.map(({ name }) => name),
                  say,
                ),
              }),
            })
        } catch (error) {
          tell(say('“{file}” was not added.', { file: files[paths.length]?.name ?? '' }), error)
        }
        await refresh()
        return paths
      },
      async replace(item, file) {
        try {
          // What is typed comes before what is done with it.
          await Promise.all(item.uses.map(({ id }) => drafts.peek(id)?.outbox.flush()))
          const bytes = await bytesOf(file)
          const { path, posts } = await calls.media.replace({ path: item.path, name: file.name, bytes })
          notify({
            text: say(
              'Replaced in {posts, plural, one {# post} other {# posts}}; each keeps a version of what it was.',
              { posts },
            ),
          })
          await refresh()
          return path
        } catch (error) {
          tell(say('{file} was not replaced.', { file: nameOf(item.path) }), error)
          return undefined
        }
      },
      async remove(items) {
        const paths = items.map(({ path }) => path)
        try {
          const { removed } = await calls.media.remove({ paths })
          await refresh()
          const text =
            removed < paths.length
              ? say('Removed {removed, number} of {all, number} files: the others are used.', {
                  removed,
                  all: paths.length,
                })
              : say('Removed {files}.', { files: nameFiles(paths.map(nameOf), say) })
          notify({ text, action: { label: say('Undo'), run: () => void bringBack(paths) } })
        } catch (error) {
          tell(say('Nothing was removed.'), error)
        }
      },
      async copyReference(item) {
        try {
          await navigator.clipboard.writeText(markdownFor(item))
          notify({ text: say('Copied. Paste it into a post.') })
        } catch (error) {
          tell(say('The reference was not copied.'), error)
        }
      },
    }
  }, [calls, drafts, queries, notify, say])
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

/** One by its name, several by how many they are. */
const nameFiles = (names: readonly string[], say: Words['say']) =>
  names.length === 1
    ? (names[0] ?? '')
    : say('{count, plural, one {# file} other {# files}}', { count: names.length })
