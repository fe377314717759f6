import * as Y from 'yjs'
import { newId, type PostId } from '../../document'
import type { DocumentStore } from '../document-store'
import type { History } from '../history'
import type { Queries } from '../queries'
import type { PostMatch, SoughtField } from './post-matches'

/** A match that is to be replaced, as it was found. */
type Replacement = Pick<PostMatch, 'field' | 'from' | 'text' | 'replacement'>

export interface PostReplacements {
  readonly id: PostId
  readonly matches: readonly Replacement[]
}

export interface ReplaceResult {
  /** How many posts were changed. */
  readonly posts: number
  readonly replaced: number
  /** Matches that were not there any more, since somebody wrote there meanwhile. */
  readonly skipped: number
  /** For `undo`, until the library is closed. */
  readonly undo: string
}

/** What was replaced, by places that move with the text around them. */
interface Done {
  readonly id: PostId
  readonly field: SoughtField
  readonly start: Y.RelativePosition
  readonly end: Y.RelativePosition
  readonly before: string
  readonly after: string
}

interface Parts {
  readonly store: DocumentStore
  readonly queries: Queries
  readonly history: Pick<History, 'record'>
}

/** So many replacements can be undone; earlier ones are in the posts' history. */
const mostKept = 1000

/** Replaces in many posts at once. What each of them said before is a version of it. */
export class Replacing {
  private readonly done = new Map<string, readonly Done[]>()

  constructor(private readonly parts: Parts) {}

  /**
   * Replaces these matches, all or none of them, but for those that no longer say what was found. A post that
   * is gone or in the trash is left alone.
   */
  replace(posts: readonly PostReplacements[]): ReplaceResult {
    const { store, history } = this.parts
    return store.write(() => {
      const done: Done[] = []
      const changed = new Set<PostId>()
      for (const { id, matches } of posts) {
        if (!this.isThere(id)) continue
        const { doc } = store.read(id)
        const texts = readTexts(doc)
        const valid = matches.filter(({ field, from, text }) => texts[field].startsWith(text, from))
        if (valid.length === 0) continue
        history.record(id, 'session', null)
        store.edit(id, (it) => done.push(...replaceIn(it, id, valid)))
        changed.add(id)
      }
      const asked = posts.reduce((sum, { matches }) => sum + matches.length, 0)
      return {
        posts: changed.size,
        replaced: done.length,
        skipped: asked - done.length,
        undo: this.keep(done),
      }
    })
  }

  /**
   * Takes replacements back, one by one: where somebody wrote into what was put there, that stays. Nothing for
   * replacements that are too long ago.
   */
  undo(token: string): Pick<ReplaceResult, 'replaced' | 'skipped'> {
    const { store } = this.parts
    const done = this.done.get(token) ?? []
    this.done.delete(token)
    return store.write(() => {
      let replaced = 0
      for (const id of new Set(done.map((entry) => entry.id))) {
        if (!this.isThere(id)) continue
        const own = done.filter((entry) => entry.id === id)
        store.edit(id, (doc) => {
          replaced += takeBack(doc, own)
        })
      }
      return { replaced, skipped: done.length - replaced }
    })
  }

  private isThere(id: PostId): boolean {
    const post = this.parts.queries.post(id)
    return post !== undefined && post.id === id && post.trashedAt === null
  }

  private keep(done: readonly Done[]): string {
    const token = newId<PostId>()
    this.done.set(token, done)
    const [oldest] = this.done.keys()
    if (this.done.size > mostKept && oldest !== undefined) this.done.delete(oldest)
    return token
  }
}

const readTexts = (doc: Y.Doc) => ({
  title: doc.getText('title').toString(),
  summary: doc.getText('summary').toString(),
  body: doc.getText('body').toString(),
})

/** From the end, so that the places of earlier matches stay what they are. */
function replaceIn(doc: Y.Doc, id: PostId, matches: readonly Replacement[]): Done[] {
  const sorted = [...matches].sort((a, b) => b.from - a.from)
  return sorted.map(({ field, from, text: before, replacement: after }) => {
    const text = doc.getText(field)
    text.delete(from, before.length)
    text.insert(from, after)
    return {
      id,
      field,
      start: Y.createRelativePositionFromTypeIndex(text, from, after === '' ? -1 : 0),
      end: Y.createRelativePositionFromTypeIndex(text, from + after.length, -1),
      before,
      after,
    }
  })
}

/** Says how many could be taken back. Of two at one place the later one comes first, as they were replaced. */
function takeBack(doc: Y.Doc, done: readonly Done[]): number {
  const texts = readTexts(doc)
  const places = done.flatMap(({ field, start, end, before, after }) => {
    const from = Y.createAbsolutePositionFromRelativePosition(start, doc)?.index
    const to = Y.createAbsolutePositionFromRelativePosition(end, doc)?.index
    const isThere = from !== undefined && to !== undefined && texts[field].slice(from, to) === after
    return isThere ? [{ text: doc.getText(field), from, before, after }] : []
  })
  for (const { text, from, before, after } of places.sort((a, b) => b.from - a.from)) {
    text.delete(from, after.length)
    text.insert(from, before)
  }
  return places.length
}
