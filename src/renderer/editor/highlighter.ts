import { classHighlighter, tagHighlighter, tags } from '@lezer/highlight'

/**
 * What a piece of Markdown is, as a class; the colours are in editor.css, light and dark. Code inside fences
 * gets Lezer's own classes (`tok-keyword` …), the same that the preview and the site use.
 */
export const highlighters = [
  tagHighlighter([
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
  ]),
  classHighlighter,
]
