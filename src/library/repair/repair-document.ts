import type * as Y from 'yjs'
import { countWords, LonghandError, openDocument, readPost } from '../../document'
import { replay } from '../replay'
import { type DocumentId, type Row, rowHash } from '../update-log'
import { type Assembly, assemble, type Gap } from './assemble'
import type { Candidate } from './candidate'
import { fillGaps } from './fill-gaps'

/**
 * How a document came out: `whole`; `older`, as a backup has it; with `parts-missing`; or `lost`, when nothing
 * of it could be found.
 */
export type Outcome = 'whole' | 'older' | 'parts-missing' | 'lost'

/** A document put together anew. */
export interface RepairedDocument {
  readonly id: string
  readonly kind: 'post' | 'site'
  readonly title: string
  readonly words: number
  readonly outcome: Outcome
  /** The rows of its log, by number; none when it is lost. */
  readonly rows: readonly Row[]
  /** The library's own rows that are damaged. */
  readonly damaged: readonly Candidate[]
  /** Whether it can't be told that nothing came after its last row. */
  readonly mayLackEnd?: boolean
  /** Numbers of updates that are missing, with the time that the damaged row tells, epoch ms. */
  readonly missing: readonly { readonly seq: number; readonly at: number | null }[]
  /** Numbers of updates that were taken from backups, and when the newest of these was made. */
  readonly fromBackups: { readonly count: number; readonly at: number } | undefined
  /** Updates in which a changed bit was set right. */
  readonly mended: number
}

const emptyUpdate = Uint8Array.of(0, 0)
const unknownLink = Buffer.alloc(32)

/** Puts a document together from everything that was found of it, in the library and in backups. */
export function repairDocument(id: string, found: readonly Candidate[]): RepairedDocument {
  const unreadable = new Set<Candidate>()
  for (;;) {
    const assembly = assemble(found, unreadable)
    const doc = openDocument(id)
    const bad = applyAll(doc, assembly.rows)
    if (bad === undefined) return finish(id, doc, assembly)
    unreadable.add(bad)
  }
}

/** Applies rows in order. Returns the first that Yjs can't read; the document is of no use then. */
function applyAll(doc: Y.Doc, rows: readonly Candidate[]): Candidate | undefined {
  for (const row of rows) {
    try {
      replay(doc, [row])
    } catch (error) {
      if (error instanceof LonghandError) return row
      throw error
    }
  }
  return undefined
}

function finish(id: string, doc: Y.Doc, assembly: Assembly): RepairedDocument {
  const { rows, gaps, damaged, isOlder, mended } = assembly
  const filler = gaps.length > 0 ? fillGaps(doc) : undefined
  const { title, body } = readPost(doc)
  const times = rows.flatMap(({ source }) => (source.kind === 'backup' ? [source.at] : []))
  const lacks = gaps.length + damaged.length > 0
  return {
    id,
    kind: doc.getMap('meta').get('kind') === 'site' ? 'site' : 'post',
    title,
    words: countWords(body),
    outcome: rows.length === 0 ? 'lost' : isOlder ? 'older' : lacks ? 'parts-missing' : 'whole',
    rows: [...rows, ...gapRows(id, gaps, rows, filler)].sort((a, b) => a.seq - b.seq),
    damaged,
    missing: [
      ...gaps.map(({ seq, damaged: row }) => ({ seq, at: row?.at ?? null })),
      ...damaged
        .filter(({ seq }) => gaps.every((gap) => gap.seq !== seq))
        .map(({ seq, at }) => ({ seq, at })),
    ],
    fromBackups: times.length === 0 ? undefined : { count: times.length, at: Math.max(...times) },
    mended: mended.length,
  }
}

/** Rows that hold the places of what is missing; the last one holds what fills the gaps. */
function gapRows(
  id: string,
  gaps: readonly Gap[],
  rows: readonly Candidate[],
  filler: Uint8Array | undefined,
): Row[] {
  return gaps.map(({ seq, link = unknownLink, damaged }, index) => {
    const neighbour = rows.find((row) => row.seq > seq) ?? rows.at(-1)
    const content = {
      seq,
      at: damaged?.at ?? neighbour?.at ?? 0,
      device: damaged?.device ?? neighbour?.device ?? '',
      bytes: index === gaps.length - 1 && filler !== undefined ? filler : emptyUpdate,
      format: 1 as const,
    }
    return { ...content, link, hash: rowHash(link, id, content) }
  })
}

/** What happened to a document, for the writer. */
export function describeRepair(repaired: RepairedDocument): string {
  const { kind, title, outcome, missing, fromBackups, mended } = repaired
  const name =
    kind === 'site' ? 'The settings of the site' : title === '' ? 'A post without a title' : `“${title}”`
  const parts: string[] = []
  if (outcome === 'lost')
    return `${name} (${repaired.id}): nothing of it could be read, and no backup has it. What was found is set aside.`
  if (missing.length > 0)
    parts.push(
      `${listUpdates(missing)} ${missing.length === 1 ? 'is' : 'are'} damaged: what was written in ${missing.length === 1 ? 'it' : 'them'} is missing, the rest is kept`,
    )
  if (fromBackups !== undefined)
    parts.push(`${count(fromBackups.count, 'update')} taken from the backup of ${day(fromBackups.at)}`)
  if (mended > 0) parts.push(`${count(mended, 'update')} with one changed bit set right`)
  if (repaired.mayLackEnd) parts.push('what was written last may be missing')
  if (outcome === 'older') parts.push('what was written after that backup may be missing')
  return `${name}: ${parts.length === 0 ? 'whole' : parts.join('; ')}.`
}

function listUpdates(updates: readonly { readonly seq: number; readonly at: number | null }[]): string {
  const shown = updates.slice(0, 5).map(({ seq, at }) => (at === null ? `${seq}` : `${seq} (${day(at)})`))
  const more = updates.length > 5 ? ` and ${updates.length - 5} more` : ''
  return `${updates.length === 1 ? 'update' : 'updates'} ${shown.join(', ')}${more}`
}

const count = (number: number, what: string) => `${number} ${number === 1 ? what : `${what}s`}`

/** A time for the writer. */
export function day(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime())
    ? 'an unknown time'
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** The id as the store takes it. */
export const asDocument = (id: string) => id as DocumentId
