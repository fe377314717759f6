import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import type { Sources } from '../load.ts'
import { median } from '../measure.ts'
import { milliseconds, printTable, times } from '../table.ts'

const edits = 100_000
const runs = 9

/** How a text comes about. Letters that were taken back stay in the document, each a piece of its own. */
const manners = {
  'typed straight on': { moves: false, takesBack: false },
  'typed at 333 places, one letter in ten taken back': { moves: true, takesBack: true },
}
type Manner = (typeof manners)[keyof typeof manners]

/**
 * Opening a post that was written by 100,000 single-character edits, against the same text written once: from a
 * library just opened to the text in a document. The aims: at most 2 times; at most 3 times the text's size on
 * the disk after compaction.
 */
export function benchOpening(sources: Sources): void {
  for (const [name, manner] of Object.entries(manners)) {
    const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'))
    const typed = makeTypedPost(sources, join(folder, 'typed'), manner)
    const long = measureOpening(sources, join(folder, 'typed'), typed.id)
    compact(sources, join(folder, 'typed'), typed.id)
    const short = measureOpening(sources, join(folder, 'typed'), typed.id)
    const floor = measureOpening(
      sources,
      join(folder, 'once'),
      makePost(sources, join(folder, 'once'), typed.text),
    )
    const { log, source } = storedBytes(join(folder, 'typed', 'library.sqlite'), typed.id)
    const size = Buffer.byteLength(typed.text)
    rmSync(folder, { recursive: true })
    printTable(
      `A post of ${size.toLocaleString()} bytes with a past of ${edits.toLocaleString()} edits, ${name}`,
      ['', '', 'ratio', 'aim'],
      [
        ['opened before compaction', milliseconds(long), times(long / floor), ''],
        ['opened after it', milliseconds(short), times(short / floor), '2.00×'],
        ['the same text, written once', milliseconds(floor), '', ''],
        ['bytes of its log after compaction', log.toLocaleString(), times(log / size), ''],
        ['bytes of log and source', (log + source).toLocaleString(), times((log + source) / size), '3.00×'],
      ],
    )
  }
}

/** Writes the log itself: through the library each letter would be a commit, which takes minutes. */
function makeTypedPost({ document, library, log }: Sources, path: string, manner: Manner) {
  const id = makePost({ library }, path, '')
  const opened = library.openLibrary(path)
  const doc = document.openDocument(id)
  Y.applyUpdate(doc, opened.openDraft(id).state)
  opened.close()
  const db = new Database(join(path, 'library.sqlite'))
  const updates = new log.UpdateLog(db, Date.now)
  db.transaction(() => {
    doc.on('update', (update: Uint8Array) => updates.append(id, update))
    typeInto(doc.getText('body'), manner)
  })()
  db.close()
  const rebuilt = library.openLibrary(path)
  rebuilt.rebuildProjection()
  rebuilt.close()
  return { id, text: doc.getText('body').toString() }
}

function typeInto(text: Y.Text, { moves, takesBack }: Manner): void {
  let seed = 1
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed % below
  }
  for (let n = 0, at = 0; n < edits; n++) {
    if (moves && n % 300 === 0) at = next(text.length + 1)
    if (takesBack && n % 10 === 9 && at > 0) text.delete(--at, 1)
    else text.insert(at++, 'etaoin shrdlu. '.charAt(next(15)))
  }
}

function makePost({ library }: Pick<Sources, 'library'>, path: string, body: string) {
  const opened = library.openLibrary(path, { create: true })
  const { id } = opened.createPost({ title: 'A post', body })
  opened.close()
  return id
}

function compact({ library }: Sources, path: string, id: ReturnType<typeof makePost>): void {
  const opened = library.openLibrary(path)
  opened.compact(id)
  opened.close()
}

function measureOpening(
  { library, document }: Sources,
  path: string,
  id: ReturnType<typeof makePost>,
): number {
  const taken: number[] = []
  for (let run = 0; run < runs; run++) {
    const opened = library.openLibrary(path)
    const started = performance.now()
    const doc = document.openDocument(id)
    Y.applyUpdate(doc, opened.openDraft(id).state)
    doc.getText('body').toString()
    taken.push(performance.now() - started)
    // Not closed as the app does it: closing would make the long log short.
    if (run === 0) opened.readDocument(id)
    closeQuietly(opened)
  }
  return median(taken)
}

/** Leaves the log as it is. */
function closeQuietly(opened: ReturnType<Sources['library']['openLibrary']>): void {
  Reflect.get(opened, 'db').close()
}

function storedBytes(file: string, id: string) {
  const db = new Database(file, { readonly: true })
  const one = (sql: string) => db.prepare<[string], number>(sql).pluck().get(id) ?? 0
  const log = one('SELECT sum(length(bytes)) FROM updates WHERE draft = ?')
  const source = one('SELECT length(body) FROM sources WHERE id = ?')
  db.close()
  return { log, source }
}
