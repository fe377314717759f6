import { readOwnWords, type SiteId, writeOwnWord } from '../document'
import type { DocumentStore } from './document-store'

/** The writer's own dictionary, in the site's document: what one machine learns the others know. */
export class OwnWords {
  constructor(private readonly parts: { readonly store: DocumentStore; readonly site: SiteId }) {}

  list(): string[] {
    return readOwnWords(this.parts.store.read(this.parts.site).doc)
  }

  add(word: string): void {
    this.#write(word, true)
  }

  remove(word: string): void {
    this.#write(word, false)
  }

  #write(word: string, isOwn: boolean): void {
    const { store, site } = this.parts
    store.write(() => store.edit(site, (doc) => writeOwnWord(doc, word, isOwn)))
  }
}
