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
}

export type RenderRequest = { readonly source: string }
export type RenderAnswer =
  | { readonly kind: 'rendered'; readonly rendering: Rendering }
  | { readonly kind: 'failed'; readonly reason: string }
