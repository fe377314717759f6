import { resolve } from 'node:path'
import { restoreBackup } from '../../api'
import type { Alone, Command, Outcome } from '../command'
import { lastEvent } from '../last-event'

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  summary: 'Makes a backup: the whole library with its originals, in one file.',
  details: [
    'The library may be open and written to. The file is there only after it was opened again and checked; a backup that had the name stays until then.',
  ],
  positionals: [1, 1],
  creates: 'never',
  interruptible: true,
  prepare: (given) => {
    const file = resolve(given.positionals[0] ?? '')
    return async ({ api, signal, onProgress, note }) => {
      const { warnings, ...made } = await lastEvent(
        await api.client.backups.make({ file }, { signal }),
        onProgress,
      )
      note(...warnings)
      return {
        json: { ...made, warnings },
        text: `${posts(made.posts)} in ${file}, ${megabytes(made.size)}\n`,
      }
    }
  },
}

/** `restore FILE --to DIR`: a library of a backup. */
export function restoreInto(file: string, folder: string): Alone {
  return {
    alone: async ({ signal, onProgress, note }): Promise<Outcome> => {
      const { warnings, ...restored } = await restoreBackup(resolve(file), resolve(folder), {
        signal,
        onProgress,
      })
      note(...warnings)
      return { json: { ...restored, warnings }, text: `${posts(restored.posts)} in ${restored.path}\n` }
    },
  }
}

const posts = (count: number) => `${count} ${count === 1 ? 'post' : 'posts'}`
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`
