import * as Y from 'yjs'
import { type PostFields, readPost, replaceText, writePost } from '../document'
import { changePostReferences } from '../library'
import { renamedLinks, withLinks } from './renamed-links'

/** What a file says, ready for a post. */
export interface FileContent {
  readonly fields: PostFields
  readonly body: string
  readonly extra: Readonly<Record<string, unknown>>
}

const registers = ['slug', 'date', 'status', 'cover', 'language', 'canonicalUrl', 'kind', 'series'] as const

/**
 * Brings what a file says now into the post that came from it, as the difference to what the file said
 * when it last came in: what the writer wrote in the app since then stays, as if the file had been edited
 * on another machine. Of a field with one value that both changed, the file's is taken.
 * @param doc the post's document, with its history
 * @param snapshot what the file said last, as `snapshotOf` or this function gave it
 * @param chooseSlug gives the slug that the post gets, from the one that it had when the file last came in
 * @returns the snapshot of what the file says now
 */
export function mergeFile(
  doc: Y.Doc,
  snapshot: Uint8Array,
  content: FileContent,
  chooseSlug: (slug: string) => string,
): Uint8Array {
  const file = new Y.Doc({ guid: doc.guid, gc: false })
  Y.createDocFromSnapshot(doc, Y.decodeSnapshot(snapshot), file)
  const before = Y.encodeStateVector(file)
  const said = readPost(file)
  const renamed = renamedLinks(said.body, readPost(doc).body, content.body)
  const body = withLinks(content.body, renamed)
  writeContent(file, { ...content, body, fields: { ...content.fields, slug: chooseSlug(said.slug) } })
  const says = readPost(file)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(file, before))
  if (renamed.size > 0)
    changePostReferences(doc.getText('body'), new Map([...renamed].map(([now, then]) => [then, now])))
  // Two machines' values for one register: which one wins in a merge is chance, so it is written again.
  const changed = registers.filter((name) => says[name] !== said[name])
  writePost(doc, Object.fromEntries(changed.map((name) => [name, says[name]])))
  return snapshotOf(file)
}

/** The state of a document, small, to come back to. */
export function snapshotOf(doc: Y.Doc): Uint8Array {
  return Y.encodeSnapshot(Y.snapshot(doc))
}

function writeContent(doc: Y.Doc, { fields, body, extra }: FileContent): void {
  doc.transact(() => {
    writePost(doc, fields)
    replaceText(doc.getText('body'), body)
    const map = doc.getMap('extra')
    for (const name of map.keys()) if (!Object.hasOwn(extra, name)) map.delete(name)
    for (const [name, value] of Object.entries(extra)) {
      if (JSON.stringify(map.get(name)) !== JSON.stringify(value)) map.set(name, value)
    }
  })
}
