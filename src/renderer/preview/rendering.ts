import type { Drawing } from '../../api/contract'

/** A top-level block of the rendered page. */
export interface Block {
  /** Its first line in the source, from 0. */
  readonly line: number
  readonly html: string
}

/** What the worker made of a text. */
export interface Rendering {
  readonly blocks: readonly Block[]
  readonly words: number
  /** The sources of its diagrams. */
  readonly drawings: readonly string[]
}

export interface RenderRequest {
  readonly source: string
  /** Drawings that the worker doesn't know yet, by their source. */
  readonly drawings: readonly (readonly [source: string, drawing: Drawing])[]
}
export type RenderAnswer =
  | { readonly kind: 'rendered'; readonly rendering: Rendering }
  | { readonly kind: 'failed'; readonly reason: string }
