import type { Embed } from './embeds'

/** The words that the renderer adds of its own, for readers and for screen readers. */
export interface Labels {
  /** Names a link to the heading it stands in; `%` is the heading's text. */
  readonly permalink: string
  /** Names a code block; the language follows after a colon. */
  readonly code: string
  /** Names the box that a table scrolls in. */
  readonly table: string
  /** Heads the footnotes. */
  readonly footnotes: string
  /** Names a link to a footnote; `%` is its number. */
  readonly footnote: string
  /** Names a link from a footnote back into the text; `%` is its number. */
  readonly footnoteBack: string
  /** Names the box of a task without words. */
  readonly task: string
  /** Names what a link to a video, to a post of a social network or to code shows; `%` is the other site's name. */
  readonly embeds: Readonly<Record<Embed['kind'], string>>
  readonly callouts: Readonly<Record<Callout, string>>
}
export type Callout = 'note' | 'tip' | 'important' | 'warning' | 'caution'

export const englishLabels: Labels = {
  permalink: 'Link to “%”',
  code: 'Code',
  table: 'Table',
  footnotes: 'Footnotes',
  footnote: 'Footnote %',
  footnoteBack: 'Back to reference %',
  task: 'Task',
  embeds: { video: 'Video on %', post: 'Post on %', code: 'Code on %' },
  callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
}
