/** What is known of a post once it was rendered; it holds as long as the post's digest is the same. */
export interface PostFacts {
  readonly digest: string
  /** The beginning of its text. */
  readonly excerpt: string
  /** Links that lead elsewhere, as they stand in the text. */
  readonly links: readonly FoundLink[]
  /** Pictures, sounds and films. */
  readonly images: readonly string[]
  /** Sources of diagrams. */
  readonly drawings: readonly string[]
  /** Slugs of posts into which it points. */
  readonly pointers: readonly string[]
  /** Links within the post to a heading that isn't there. */
  readonly deadAnchors: readonly string[]
}

/** A link, and how its writer wrote it where that is something else. */
export type FoundLink = readonly [href: string, written?: string]
