import { useMemo } from 'react'
import type { MediaItem } from '../../api/contract'
import { sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
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
        tell('The files were not brought back.', error)
      }
    }

    return {
      async add(files) {
        const paths: string[] = []
        try {
          for (const file of files) {
            paths.push((await calls.assets.add({ name: file.name, bytes: await bytesOf(file) })).path)
          }
          if (paths.length > 0) notify({ text: `Added ${countFiles(files.map(({ name }) => name))}.` })
        } catch (error) {
          tell(`“${files[paths.length]?.name}” was not added.`, error)
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
            text: `Replaced in ${posts === 1 ? '1 post' : `${posts} posts`}; each keeps a version of what it was.`,
          })
          await refresh()
          return path
        } catch (error) {
          tell(`${nameOf(item.path)} was not replaced.`, error)
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
              ? `Removed ${removed} of ${paths.length} files: the others are used.`
              : `Removed ${countFiles(paths.map(nameOf))}.`
          notify({ text, action: { label: 'Undo', run: () => void bringBack(paths) } })
        } catch (error) {
          tell('Nothing was removed.', error)
        }
      },
      async copyReference(item) {
        try {
          await navigator.clipboard.writeText(markdownFor(item))
          notify({ text: 'Copied. Paste it into a post.' })
        } catch (error) {
          tell('The reference was not copied.', error)
        }
      },
    }
  }, [calls, drafts, queries, notify])
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

const countFiles = (names: readonly string[]) =>
  names.length === 1 ? (names[0] ?? '') : `${names.length} files`
