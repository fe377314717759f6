import { createHash } from 'node:crypto'
import type { PostId } from '../../document'
import { type PostFacts, readFacts } from './facts'
import type { Finding } from './finding'

/** A post as the site shows it, or as it reads in the app. */
export type Face = 'released' | 'working'

/** Remembers what texts say, so that a text is read again only when it has changed. */
export class FactsCache {
  #feeds: { readonly madeOf: string; readonly findings: readonly Finding[] } | undefined
  readonly #known = new Map<string, { readonly digest: string; readonly facts: PostFacts }>()

  read(id: PostId, face: Face, body: string): PostFacts {
    const digest = createHash('sha256').update(body).digest('base64')
    const known = this.#known.get(`${face} ${id}`)
    if (known?.digest === digest) return known.facts
    const facts = readFacts(body)
    this.#known.set(`${face} ${id}`, { digest, facts })
    return facts
  }

  /** What was found in the feeds when they were made of the same; else what `check` finds. */
  feeds(madeOf: string, check: () => readonly Finding[]): readonly Finding[] {
    if (this.#feeds?.madeOf !== madeOf) this.#feeds = { madeOf, findings: check() }
    return this.#feeds.findings
  }

  /** Forgets posts that are not on the site any more. */
  keepOnly(ids: ReadonlySet<PostId>): void {
    for (const key of this.#known.keys()) {
      const [face, id] = key.split(' ')
      if (face === 'released' && !ids.has(id as PostId)) this.#known.delete(key)
    }
  }
}
