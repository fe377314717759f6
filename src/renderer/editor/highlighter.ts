import { classHighlighter, type Highlighter, tagHighlighter, tags } from '@lezer/highlight'

const markdownHighlighter = tagHighlighter([
  { tag: tags.heading, class: 'md-heading' },
  { tag: tags.strong, class: 'md-strong' },
  { tag: tags.emphasis, class: 'md-emphasis' },
  { tag: tags.strikethrough, class: 'md-strikethrough' },
  { tag: tags.link, class: 'md-link' },
  { tag: tags.url, class: 'md-url' },
  { tag: tags.monospace, class: 'md-code' },
  { tag: tags.processingInstruction, class: 'md-mark' },
  { tag: tags.labelName, class: 'md-mark' },
  { tag: tags.contentSeparator, class: 'md-mark' },
  { tag: tags.escape, class: 'md-mark' },
])

/**
 * What a piece of text is, as classes; the colours are in editor.css, light and dark. Code inside fences has
 * Lezer's own classes (`tok-keyword` …), the same that the preview and the site use. The two are one
 * highlighter, because each one more walks the tree again with every letter.
 */
export const highlighter: Highlighter = {
  style: (found) =>
    [markdownHighlighter.style(found), classHighlighter.style(found)]
      .filter((name) => name !== null)
      .join(' ') || null,
}
