import type { Pieces } from './metadata/pieces'

/** A file of the site whose bytes are known. `file` is its path in the folder, with slashes. */
export type WholeFile =
  | { readonly kind: 'page'; readonly file: string; readonly content: string | Uint8Array }
  | { readonly kind: 'text'; readonly file: string; readonly content: string }
  | { readonly kind: 'bytes'; readonly file: string; readonly content: Buffer }
  | {
      readonly kind: 'copy'
      readonly file: string
      /** The absolute path of the original. */
      readonly source: string
      readonly hash: string
      readonly size: number
    }

/** One file of the site. */
export type SiteFile =
  | WholeFile
  | {
      /** Pieces of an original, named by its content: read only when the file isn't there yet. */
      readonly kind: 'pieces'
      readonly file: string
      /** The absolute path of the original. */
      readonly source: string
      readonly pieces: Pieces
      /** Of the pieces together. */
      readonly size: number
    }
