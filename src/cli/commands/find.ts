import type { Client } from '../../api'
import type { PostId } from '../../document'
import { UsageError } from '../command'

/** A post by id or slug. Throws `not-found`. */
export async function find(client: Client, name = ''): Promise<PostId> {
  return (await client.posts.find({ name })).id
}

/**
 * A version of a post by what was typed: `now`, `released`, an id, or the beginning of one. Throws `UsageError`
 * when it begins several or none.
 */
export async function findVersion(client: Client, id: PostId, text: string): Promise<string> {
  if (text === 'now' || text === 'released') return text
  const versions = await client.history.list({ id })
  const found = versions.filter(
    (version) => version.id.startsWith(text.toLowerCase()) && version.id !== 'now',
  )
  const [only] = found
  if (only !== undefined && (found.length === 1 || only.id === text)) return only.id
  throw new UsageError(
    found.length === 0
      ? `There is no version ${text} of this post. longhand history lists them.`
      : `${found.length} versions begin with ${text}. Write more of the id.`,
  )
}
