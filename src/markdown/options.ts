import type { RenderCache } from './cache'
import type { Labels } from './labels'

/** Where an image is, with its size in pixels where it is known. */
export interface ImageAddress {
  readonly src: string
  readonly width?: number | undefined
  readonly height?: number | undefined
  /** The same in other widths: addresses with a width each, `/a-480.jpg 480w, /a-800.jpg 800w`. */
  readonly srcset?: string | undefined
  /** How wide it is shown, as HTML has it; needed with `srcset` and `sources`. */
  readonly sizes?: string | undefined
  /** The same in better formats, the best first: each with its media type. */
  readonly sources?: readonly { readonly type: string; readonly srcset: string }[] | undefined
}

export interface RenderOptions {
  /**
   * Where a link goes on the page; null when it leads nowhere, and then its text stands alone. It is asked for
   * every link but those within the page (`#heading`) and those that no page may have (`javascript:`).
   * A relative link comes in readable (`über.md#größe`), an absolute one as it was written. Without it every
   * link stays as it is.
   */
  readonly resolveLink?: ((href: string) => string | null) | undefined
  /**
   * The same for images, and for the sounds and films of raw HTML; null shows the alternative text. It is not
   * asked for `data:` images.
   */
  readonly resolveImage?: ((src: string) => ImageAddress | null) | undefined
  /**
   * The drawing of a fence that describes one (`mermaid`), when there is one; null, or without it, its code is
   * shown. It is asked with the fence's content, without the last line feed.
   */
  readonly resolveDrawing?: ((source: string) => ImageAddress | null) | undefined
  /** Words in another language; those left out are English. */
  readonly labels?: Partial<Labels> | undefined
  /** Hand the same one to every rendering of a process: highlighted code and formulas are made once. */
  readonly cache?: RenderCache | undefined
}

/** A top-level piece of the page, balanced HTML by itself. */
export interface Block {
  /** Its first line in the source, from 0; never less than that of the block before. */
  readonly line: number
  readonly html: string
}

export interface Heading {
  /** 1 to 6 */
  readonly level: number
  readonly id: string
  /** Plain text. */
  readonly text: string
}

export interface RenderedMarkdown {
  /** The blocks, joined. Safe to put into a page as it is. */
  readonly html: string
  readonly blocks: readonly Block[]
  readonly headings: readonly Heading[]
  /** What `resolveLink` was asked for, each once, in order. */
  readonly links: readonly string[]
  /** What `resolveImage` was asked for, each once, in order. */
  readonly assets: readonly string[]
  /** The sources that `resolveDrawing` is asked for, each once, in order; listed without it as well. */
  readonly drawings: readonly string[]
  /** Every id on the page: of headings, footnotes and raw HTML. */
  readonly ids: ReadonlySet<string>
  /** The fragments that links within the page name (`größe` of `#größe`, percent-encoded), the renderer's own left out. */
  readonly anchors: readonly string[]
  /** Words of the text, without code blocks, formulas and raw HTML. Chinese and Japanese count by character. */
  readonly words: number
  /** The first paragraph as plain text, at most 240 characters, cut at a word. */
  readonly excerpt: string
}
