import { LonghandError, newId, readFilters, type SavedFilter, type SiteId, writeFilter } from '../document'
import type { DocumentStore } from './document-store'

/** Searches that the writer keeps under a name, in the site's document. */
export class Filters {
  constructor(private readonly parts: { readonly store: DocumentStore; readonly site: SiteId }) {}

  list(): SavedFilter[] {
    return readFilters(this.parts.store.read(this.parts.site).doc)
  }

  /** Keeps a filter; one without an id is new. Throws `not-found` for an id that isn't there. */
  save(filter: Omit<SavedFilter, 'id'> & { readonly id?: string | undefined }): SavedFilter {
    const { store, site } = this.parts
    return store.write(() => {
      if (filter.id !== undefined) this.mustFind(filter.id)
      const saved = { ...filter, id: filter.id ?? newId<SiteId>() }
      store.edit(site, (doc) => writeFilter(doc, saved.id, saved))
      return saved
    })
  }

  remove(id: string): void {
    const { store, site } = this.parts
    store.write(() => {
      this.mustFind(id)
      store.edit(site, (doc) => writeFilter(doc, id, null))
    })
  }

  private mustFind(id: string): void {
    if (!this.list().some((filter) => filter.id === id))
      throw new LonghandError('not-found', 'There is no such filter any more.')
  }
}
