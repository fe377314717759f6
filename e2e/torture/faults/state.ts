import { readFileSync } from 'node:fs'
import { LonghandError, type PostId } from '../../../src/document'
import type { Library } from '../../../src/library'

/** Everything that a library says, so that two of its states can be compared: texts, fields, versions, originals. */
export function stateOf(library: Library): string {
  const posts = [...library.posts(), ...library.posts({ trashed: true })].map(({ id }) => id as PostId)
  return JSON.stringify([
    posts
      .sort()
      .map((id) => [
        library.post(id),
        library.history.list(id).map((version) => [version, library.history.read(id, version.id)]),
        library.openDraft(id).seq,
      ]),
    library.site(),
    library.tagging.list(),
    library.media
      .list({ filter: 'all', offset: 0, limit: 500 })
      .items.map(({ path }) => [path, readFileSync(library.assetFile(library.asset(path)!)).length]),
  ])
}

/** Throws unless an error is one of those that are told to the writer as what it is. */
export function mustBeNamed(error: unknown): void {
  if (error instanceof LonghandError && ['io', 'disk-full', 'no-permission'].includes(error.code)) return
  throw new Error(`an unnamed error: ${error instanceof Error ? error.stack : error}`, { cause: error })
}
