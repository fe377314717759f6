declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it'
  /** Definition lists as pandoc writes them: a term, then lines that begin with `: `. */
  export default function definitionLists(md: MarkdownIt): void
}
