import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { LonghandError } from '../../document'
import { fullPath } from './full-path'
import type { Implementer } from './house'

/** Folders, for a shell that has no native chooser. */
export function folderCalls(os: Implementer) {
  return {
    folders: {
      list: os.folders.list.handler(({ input }) => listFolders(input.path ?? homedir())),
    },
  }
}

/** The folders inside `path` that aren't hidden, in the order a reader expects. */
async function listFolders(path: string) {
  const folder = fullPath(path)
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw describeFailure(folder, cause)
  })
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(folder, entry.name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const parent = dirname(folder)
  return { path: folder, parent: parent === folder ? null : parent, folders }
}

function describeFailure(folder: string, cause: unknown): LonghandError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EACCES' || code === 'EPERM') {
    return new LonghandError('no-permission', `You may not look into ${folder}.`, { cause })
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new LonghandError('not-found', `There is no folder ${folder}.`, { cause })
  }
  return new LonghandError('io', `The folder ${folder} could not be read.`, { cause })
}
