import { type Row, rowHash } from '../update-log'

/**
 * Where a row was found: in the library itself, in a backup of it, or as a remnant on pages that the library
 * does not use any more.
 */
export type Source =
  | { readonly kind: 'library' }
  | {
      readonly kind: 'backup'
      /** When it was made, epoch ms. */
      readonly at: number
      /** Whether what only it has belongs to the library: not so for backups from before a restore. */
      readonly mayExtend: boolean
    }
  | { readonly kind: 'remnant' }
export const theLibrary: Source = { kind: 'library' }
export const aRemnant: Source = { kind: 'remnant' }

/** A row of the update log as it was found somewhere; it may be damaged. */
export interface Candidate extends Row {
  readonly draft: string
  readonly source: Source
}

const genesis = new Uint8Array(0)

/** What the row after this one follows. */
export const keyOf = (row: Pick<Row, 'hash' | 'link'>): Buffer => row.link ?? row.hash

/** Whether a row's hash shows that it is what it was, standing at a beginning. */
export function isRoot(row: Candidate): boolean {
  if (row.link !== null) return hashAfter(row.link, row).equals(row.hash)
  return row.seq === 1 && hashAfter(genesis, row).equals(row.hash)
}

/** Whether a row's hash shows that it is what it was, following another. */
export function follows(before: Candidate, row: Candidate): boolean {
  return row.link === null && row.seq === before.seq + 1 && hashAfter(keyOf(before), row).equals(row.hash)
}

/** The hash that a row should have, if it is undamaged and follows `key`. */
export function hashAfter(key: Uint8Array, row: Candidate): Buffer {
  return rowHash(key, row.draft, row)
}

/** Whether this row alone is the whole document up to its number. */
export const isWholeDocument = (row: Row): boolean => row.link !== null && row.format === 2
