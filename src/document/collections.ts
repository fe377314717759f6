import type * as Y from 'yjs'
import { z } from 'zod'

const descriptionSchema = z.object({ description: z.string().max(2000) })
const filterSchema = z.object({ name: z.string().min(1).max(200), query: z.string().max(1000) })

/** A search that the writer keeps under a name. */
export type SavedFilter = z.infer<typeof filterSchema> & { readonly id: string }

/** What tags say of themselves, by name, from the site's document. */
export function readTagDescriptions(doc: Y.Doc): Readonly<Record<string, string>> {
  const entries = [...doc.getMap('tags')].flatMap(([name, value]) => {
    const parsed = descriptionSchema.safeParse(value)
    return parsed.success ? [[name, parsed.data.description] as const] : []
  })
  return Object.fromEntries(entries)
}

/** Sets what a tag says of itself; an empty description takes it away. Equal ones write nothing. */
export function describeTag(doc: Y.Doc, name: string, description: string): void {
  const tags = doc.getMap('tags')
  const before = readTagDescriptions(doc)[name] ?? ''
  if (before === description) return
  if (description === '') tags.delete(name)
  else tags.set(name, { description })
}

/** The saved filters of the site's document, by name. */
export function readFilters(doc: Y.Doc): SavedFilter[] {
  return [...doc.getMap('filters')]
    .flatMap(([id, value]) => {
      const parsed = filterSchema.safeParse(value)
      return parsed.success ? [{ id, ...parsed.data }] : []
    })
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1) || (a.id < b.id ? -1 : 1))
}

/** Sets a saved filter; null takes it away. */
export function writeFilter(doc: Y.Doc, id: string, filter: Omit<SavedFilter, 'id'> | null): void {
  const filters = doc.getMap('filters')
  if (filter === null) filters.delete(id)
  else filters.set(id, { name: filter.name, query: filter.query })
}
