import {
  LonghandError,
  type Post,
  type PostFields,
  type PostId,
  type PostStatus,
  readRelease,
  writePost,
} from '../document'
import type { DocumentStore } from './document-store'
import type { History } from './history'
import type { Queries } from './queries'
import { editReleased, setFields } from './releases'
import type { UpdateLog } from './update-log'

/** What is done to many posts at once. */
export interface BatchChange {
  readonly addTags?: readonly string[] | undefined
  readonly removeTags?: readonly string[] | undefined
  readonly status?: PostStatus | undefined
  readonly date?: string | undefined
  /** Into the trash, or out of it. */
  readonly trashed?: boolean | undefined
}

interface BatchValues {
  readonly tags?: readonly string[] | undefined
  readonly status?: PostStatus | undefined
  readonly date?: string | undefined
  readonly trashedAt?: number | null | undefined
}

/** What a post said before, to bring it back, and what it said after: what changed since then stays. */
export interface BatchUndo extends BatchValues {
  readonly id: PostId
  readonly after?: BatchValues | undefined
}

export interface BatchResult {
  readonly changed: number
  readonly undo: readonly BatchUndo[]
}

type Fields = PostFields & { trashedAt?: number | null }

interface Parts {
  readonly store: DocumentStore
  readonly queries: Queries
  readonly log: UpdateLog
  readonly history: Pick<History, 'record'>
}

/**
 * Changes to many posts, each all or nothing, and what undoes them. A change of tags or date is released with
 * it where a post had no other changes that wait: a tag that is renamed is renamed on the site as well.
 */
export class Batch {
  constructor(private readonly parts: Parts) {}

  /** Throws `not-found` when one of the posts isn't there; then none is changed. */
  change(ids: readonly PostId[], change: BatchChange): BatchResult {
    const { at } = this.parts.log.stamp()
    return this.each(ids, (post) => fieldsOf(post, change, at))
  }

  /** Brings back what posts said; those that have gone for good are left out. */
  undo(entries: readonly BatchUndo[]): BatchResult {
    const wanted = new Map(entries.map((entry) => [entry.id, entry]))
    const ids = [...wanted.keys()].filter((id) => this.parts.queries.post(id) !== undefined)
    return this.each(ids, (post) => undoneFields(post, wanted.get(post.id) ?? { id: post.id }), true)
  }

  /** Sets, in one transaction, what `fieldsFor` gives for each post; undefined or nothing new changes nothing. */
  each(ids: readonly PostId[], fieldsFor: (post: Post) => Fields, isUndo = false): BatchResult {
    const { store, queries } = this.parts
    return store.write(() => {
      const undo = ids.flatMap((id) => {
        const post = queries.mustFind(id)
        const fields = differing(post, fieldsFor(post))
        if (Object.keys(fields).length === 0) return []
        this.set(post, fields, isUndo)
        return [before(post, fields, queries.mustFind(id))]
      })
      return { changed: undo.length, undo }
    })
  }

  private set(post: Post, fields: Fields, isUndo: boolean): void {
    const { store, log, history, queries } = this.parts
    editReleased(store, log, post, (doc) =>
      isUndo && readRelease(doc) !== null ? writePost(doc, fields) : setFields(doc, fields, log.stamp()),
    )
    const isReleased =
      fields.status === 'published' && queries.mustFind(post.id).releasedAt !== post.releasedAt
    if (isReleased) history.record(post.id, 'release', null)
  }
}

function fieldsOf(post: Post, change: BatchChange, at: number): Fields {
  const { addTags = [], removeTags = [], status, date, trashed } = change
  const removed = new Set(removeTags)
  const tags = [...new Set([...post.tags.filter((tag) => !removed.has(tag)), ...addTags])].sort()
  if (tags.length > 100)
    throw new LonghandError(
      'bad-input',
      `“${post.title}” would have more than 100 tags. Nothing was changed.`,
    )
  const trashedAt = trashed === undefined ? undefined : trashed ? (post.trashedAt ?? at) : null
  return { tags, ...definedOnly({ status, date, trashedAt }) }
}

/** Those fields that would change the post. */
function differing(post: Post, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(post[name as keyof BatchValues]),
    ),
  )
}

function before(post: Post, fields: Fields, after: Post): BatchUndo {
  const names = Object.keys(fields) as (keyof BatchValues)[]
  const of = (some: Post) => Object.fromEntries(names.map((name) => [name, some[name]]))
  return { id: post.id, ...of(post), after: of(after) }
}

/** What an undo brings back: a field that still says what the change made of it, and of tags the difference. */
function undoneFields(post: Post, { id: _, after = {}, tags, ...values }: BatchUndo): Fields {
  const names = Object.keys(definedOnly(values)) as (keyof typeof values)[]
  const still = names.filter((name) => !(name in after) || after[name] === post[name])
  const fields: Fields = definedOnly(Object.fromEntries(still.map((name) => [name, values[name]])))
  if (tags === undefined) return fields
  const [before, made] = [new Set(tags), new Set(after.tags ?? post.tags)]
  const kept = post.tags.filter((tag) => before.has(tag) || !made.has(tag))
  return { ...fields, tags: [...new Set([...kept, ...tags.filter((tag) => !made.has(tag))])].sort() }
}

function definedOnly<Values extends object>(
  values: Values,
): { [Key in keyof Values]: Exclude<Values[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]: Exclude<Values[Key], undefined>
  }
}
