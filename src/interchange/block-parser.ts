import MarkdownIt, { type Token } from 'markdown-it'
import footnote from 'markdown-it-footnote'

export type { Token }

const parser = new MarkdownIt({ html: true }).use(footnote)
parser.core.ruler.enableOnly(['normalize', 'block'])

/**
 * The blocks of a Markdown source, without what is inside lines: where code and headings begin and end is
 * decided by the parser that preview and site use. `source` has `\n` between lines.
 */
export function parseBlocks(source: string): Token[] {
  return parser.parse(source, {})
}
