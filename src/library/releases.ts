import type * as Y from 'yjs'
import {
  addFormerDay,
  addFormerSlug,
  documentAt,
  faceOf,
  LonghandError,
  type Post,
  type PostFields,
  type PostId,
  type Release,
  readPost,
  replaceText,
  takeSnapshot,
  writePost,
  writeRelease,
} from '../document'
import { digestOf, readsOtherwise } from './digest'
import type { DocumentStore } from './document-store'
import type { History } from './history'
import type { Queries } from './queries'
import type { Stamp, UpdateLog } from './update-log'

interface Parts {
  readonly store: DocumentStore
  readonly queries: Queries
  readonly log: UpdateLog
  readonly history: Pick<History, 'record'>
  /** Runs an edit; links to the post follow where its slug changes. */
  readonly following: <Result>(id: PostId, edit: () => Result) => Result
}

/** The two faces of a published post: what the site shows, and what the writer is working on. */
export class Releases {
  constructor(private readonly parts: Parts) {}

  /** Gives the post as it reads now to the site; nothing is written when it does already. Throws `not-found`; `bad-input` for a draft. */
  update(id: PostId): Post {
    const { store, queries, log, history } = this.parts
    return store.write(() => {
      const post = this.mustBePublished(id)
      if (post.releasedAt !== null && !post.hasChanges) return post
      store.edit(id, (doc) => release(doc, log.stamp()))
      history.record(id, 'release', null)
      return queries.mustFind(id)
    })
  }

  /** Makes the post read as the site shows it. Throws `not-found`; `bad-input` for a draft. */
  discard(id: PostId): Post {
    const { store, queries, history, following } = this.parts
    return following(id, () => {
      this.mustBePublished(id)
      const { release: last } = readPost(store.read(id).doc)
      if (last === null) return queries.mustFind(id)
      history.record(id, 'restore', null)
      store.edit(id, (doc) => {
        writeFace(doc, readPost(documentAt(doc, last.snapshot)))
        if (last.slug !== null) writePost(doc, { slug: last.slug })
      })
      return queries.mustFind(id)
    })
  }

  private mustBePublished(id: PostId): Post {
    const post = this.parts.queries.mustFind(id)
    if (post.status === 'published') return post
    throw new LonghandError('bad-input', 'This post is a draft. Publish it first; nothing was changed.')
  }
}

/**
 * Sets fields of a post. Publishing a draft releases it as it reads then; making it a draft takes it back.
 * Call it inside the edit of a document.
 */
export function setFields(
  doc: Y.Doc,
  fields: PostFields & { trashedAt?: number | null },
  stamp: Stamp,
): void {
  const before = readPost(doc)
  writePost(doc, fields)
  // A draft keeps its release: nobody sees it, and an undo brings it back as it was.
  if (fields.status === 'published' && (before.status === 'draft' || before.release === null))
    release(doc, stamp)
}

/**
 * Edits a post, and releases it with the edit where it was published without changes that wait. Call it inside
 * `write`.
 * @param post as it was before
 */
export function editReleased(
  store: DocumentStore,
  log: UpdateLog,
  post: Post,
  edit: (doc: Y.Doc) => void,
): void {
  const follows = post.status === 'published' && !post.hasChanges
  store.edit(post.id, (doc) => {
    edit(doc)
    const { status, release: last } = readPost(doc)
    if (!follows || status !== 'published' || last === null) return
    if (readsOtherwise(readPost(doc))) release(doc, log.stamp())
  })
}

/** Releases a post that is published and has no release yet: at its birth, or from before releases were kept. */
export function releaseIfPublished(doc: Y.Doc, stamp: Stamp): void {
  const { status, release: last } = readPost(doc)
  if (status === 'published' && last === null) release(doc, stamp)
}

/** Makes a post read as another state of it does, as edits that can be undone like any others. */
export function writeFace(doc: Y.Doc, content: ReturnType<typeof readPost>): void {
  const { title, summary, body, tags, date, cover, language, canonicalUrl, series } = faceOf(content)
  doc.transact(() => {
    writePost(doc, { title, summary, tags: [...tags], date, cover, language, canonicalUrl, series })
    replaceText(doc.getText('body'), body)
  })
}

/** The slug and the day that readers knew stay known, so that the site can lead from its old address to the new one. */
function release(doc: Y.Doc, { at, device }: Stamp): void {
  const post = readPost(doc)
  const { slug, date } = post
  const former = post.release?.slug ?? slug
  if (former !== slug) addFormerSlug(doc, former)
  const formerDate = post.release && dateOf(doc, post.release)
  if (formerDate !== null && formerDate.slice(0, 10) !== date.slice(0, 10)) addFormerDay(doc, formerDate)
  writeRelease(doc, { snapshot: takeSnapshot(doc), digest: digestOf(faceOf(post)), slug, date, at, device })
}

/** Releases from before dates were kept have theirs in the past of the document. */
const dateOf = (doc: Y.Doc, { date, snapshot }: Release) => date ?? readPost(documentAt(doc, snapshot)).date
