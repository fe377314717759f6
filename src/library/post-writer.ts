import type * as Y from 'yjs'
import {
  createPostDocument,
  LonghandError,
  newId,
  type Post,
  type PostFields,
  type PostId,
  postFieldsSchema,
  readRelease,
  replaceText,
  slugify,
  uniqueSlug,
  writePost,
} from '../document'
import { checkInput } from './check-input'
import type { DocumentStore } from './document-store'
import type { History } from './history'
import type { Queries } from './queries'
import { releaseIfPublished, setFields } from './releases'
import type { UpdateLog } from './update-log'

/** What a post is born with. */
export type NewPost = PostFields & { body?: string; extra?: Record<string, unknown> }

interface Parts {
  readonly store: DocumentStore
  readonly queries: Queries
  readonly log: UpdateLog
  readonly history: Pick<History, 'record'>
}

/** The writes of single posts, as `Library` promises them. */
export class PostWriter {
  constructor(private readonly parts: Parts) {}

  create(content: NewPost): Post {
    const { store, queries, log, history } = this.parts
    const fields = checkInput(postFieldsSchema, content)
    return store.write(() => {
      const slug = uniqueSlug(
        fields.slug ?? slugify(fields.title ?? ''),
        (it) => queries.ownerOf(it) !== undefined,
      )
      const id = newId<PostId>()
      const stamp = log.stamp()
      const doc = createPostDocument(id, stamp.at, { ...content, ...fields, slug })
      releaseIfPublished(doc, stamp)
      store.create(id, doc)
      // What the site shows stays readable, whatever is written and released after it.
      if (readRelease(doc) !== null) history.record(id, 'release', null)
      return queries.mustFind(id)
    })
  }

  set(id: PostId, fields: PostFields): Post {
    const { store, queries, log, history } = this.parts
    const checked = checkInput(postFieldsSchema, fields)
    return store.write(() => {
      const owner = checked.slug === undefined ? undefined : queries.ownerOf(checked.slug)
      if (owner !== undefined && owner !== id) {
        throw new LonghandError(
          'bad-input',
          `Another post has the slug “${checked.slug}” already. Choose another.`,
        )
      }
      const wasReleased = queries.mustFind(id).releasedAt
      const post = this.edit(id, (doc) => setFields(doc, checked, log.stamp()))
      if (post.releasedAt !== null && post.releasedAt !== wasReleased) history.record(id, 'release', null)
      return post
    })
  }

  setBody(id: PostId, body: string): Post {
    return this.edit(id, (doc) => replaceText(doc.getText('body'), body))
  }

  edit(id: PostId, edit: (doc: Y.Doc) => void): Post {
    const { store, queries } = this.parts
    return store.write(() => {
      queries.mustFind(id)
      store.edit(id, edit)
      return queries.mustFind(id)
    })
  }

  trash(id: PostId): Post {
    return this.edit(id, (doc) => {
      if (!doc.getMap('meta').has('trashedAt')) writePost(doc, { trashedAt: this.parts.log.stamp().at })
    })
  }

  restore(id: PostId): Post {
    return this.edit(id, (doc) => writePost(doc, { trashedAt: null }))
  }
}
