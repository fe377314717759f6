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
  /** Which page this is a newer state of; undefined when it is rendered once. */
  readonly page: number | undefined
  readonly source: string
  /** Drawings that the worker doesn't know yet, by their source. */
  readonly drawings: readonly (readonly [source: string, drawing: Drawing])[]
}

/** The page as the worker tells it: a long one comes over as what is new in it. */
export interface RenderedChange {
  /** For each block its place in the answer before, or -1 where its HTML is the next of `added`. */
  readonly kept: Int32Array
  readonly added: readonly string[]
  /** For each block its first line. */
  readonly lines: Int32Array
  readonly words: number
  readonly drawings: readonly string[]
}

export type RenderAnswer =
  | { readonly kind: 'rendered'; readonly change: RenderedChange }
  | { readonly kind: 'failed'; readonly reason: string }
