import { v7 } from 'uuid'
import { LonghandError } from './errors'

declare const brand: unique symbol

/** The id of a post: a UUIDv7, so that ids sort by the time of birth. */
export type PostId = string & { readonly [brand]: 'post' }
/** The id of a site's settings document: a UUIDv7. */
export type SiteId = string & { readonly [brand]: 'site' }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A new id. Give the kind: `newId<PostId>()`. */
export function newId<Id extends PostId | SiteId>(): Id {
  return v7() as Id
}

/** Reads a post id from outside. Throws `bad-input` when it is not a UUIDv7. */
export function postId(text: string): PostId {
  if (!uuid.test(text)) throw new LonghandError('bad-input', `“${text}” is not the id of a post.`)
  return text as PostId
}
