/** A place in a Markdown source that names another file. */
export interface Reference {
  /**
   * `link` and `image` are destinations, the characters between `start` and `end` being the destination;
   * the others are whole constructs of other tools, which a Markdown link or image can replace.
   */
  readonly kind: 'link' | 'image' | 'wikilink' | 'embed' | 'figure'
  readonly start: number
  readonly end: number
  /** What it names, as it is written, without angle brackets. */
  readonly target: string
  /** The words of a wikilink, the alternative text of an embed or figure. */
  readonly label?: string | undefined
  /** The caption of a figure. */
  readonly caption?: string | undefined
}
