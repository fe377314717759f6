import type { SyntaxNodeRef, Tree } from '@lezer/common'
import { parser as commonMark, GFM } from '@lezer/markdown'
import { findComments } from './comments'
import { type Cut, cutBlock, type PrivateComment, type ProseBlock, type ProseHeading } from './prose'

const parser = commonMark.configure(GFM)

/** What a source says, its headings and what its writer noted for themselves. */
export interface Prose {
  readonly blocks: readonly ProseBlock[]
  /** Those of the post itself, in order; not what quotations and lists hold. */
  readonly headings: readonly ProseHeading[]
  readonly comments: readonly PrivateComment[]
}

const blockNames = /^(?:Paragraph|Task|TableCell|(?:ATX|Setext)Heading\d)$/
/** What a reader doesn't see. */
const dropped = new Set([
  'HeaderMark',
  'EmphasisMark',
  'StrikethroughMark',
  'LinkMark',
  'URL',
  'LinkTitle',
  'LinkLabel',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'Entity',
])

/** Reads a Markdown source as prose: paragraphs, headings, items and cells, without code, markup and comments. */
export function readProse(source: string): Prose {
  const tree = parser.parse(source)
  const comments = findComments(source, tree)
  const blocks: ProseBlock[] = []
  const headings: ProseHeading[] = []
  tree.iterate({
    enter: (node) => {
      if (!blockNames.test(node.name)) return node.name !== 'FencedCode' && node.name !== 'HTMLBlock'
      const block = readBlock(source, tree, node, comments)
      if (block.text.trim() !== '') blocks.push(block)
      const level = /Heading(\d)$/.exec(node.name)?.[1]
      const isOfPost = node.node.parent?.type.isTop === true
      if (level && isOfPost && !comments.some(({ from, to }) => from <= node.from && node.to <= to)) {
        headings.push({ level: Number(level), text: oneLine(block.text), from: node.from, to: node.to })
      }
      return false
    },
  })
  return { blocks, headings, comments }
}

function readBlock(
  source: string,
  tree: Tree,
  { from, to }: SyntaxNodeRef,
  comments: readonly PrivateComment[],
): ProseBlock {
  const cuts: Cut[] = [...commentsIn(comments, from, to), ...ownMarks(source.slice(from, to), from)]
  tree.iterate({
    from,
    to,
    enter: (node) => {
      if (node.name === 'InlineCode') {
        const marks = /^`+/.exec(source.slice(node.from, node.to))?.[0].length ?? 0
        cuts.push(
          { from: node.from, to: node.from + marks, kind: 'drop' },
          { from: node.from + marks, to: node.to - marks, kind: 'code' },
          { from: node.to - marks, to: node.to, kind: 'drop' },
        )
        return false
      }
      // An address that stands as text is read, but no word.
      const isTarget = /^(?:Link|Image|LinkReference)$/.test(node.node.parent?.name ?? '')
      if (node.name === 'URL' && !isTarget) cuts.push({ from: node.from, to: node.to, kind: 'code' })
      else if (node.name === 'Escape') cuts.push({ from: node.from, to: node.from + 1, kind: 'drop' })
      else if (dropped.has(node.name)) cuts.push({ from: node.from, to: node.to, kind: 'drop' })
      return true
    },
  })
  return cutBlock(source, from, to, cuts)
}

/** The parts of comments in a stretch, of which one may begin before it and end behind it. */
function commentsIn(comments: readonly PrivateComment[], from: number, to: number): Cut[] {
  return comments
    .filter((comment) => comment.to > from && comment.from < to)
    .map((comment) => ({ from: Math.max(comment.from, from), to: Math.min(comment.to, to), kind: 'drop' }))
}

/** What Longhand reads beyond GFM: formulas, footnotes, wikilinks, emoji, ids of headings, names of callouts. */
const marks: readonly RegExp[] = [
  /(?<![\p{L}\p{N}$\\])\$\$[^$]+\$\$/gu,
  /(?<![\p{L}\p{N}$\\])\$(?=\S)[^$\n]*[^$\s\\]\$(?![\p{L}\p{N}$])/gu,
  /\[\^[^\s[\]]{1,200}\]:?/g,
  /\[\[[^[\]|\n]+\|/g,
  /\[\[[^[\]|\n]+\]\]/g,
  /(?<=\|[^[\]|\n]*)\]\]/g,
  /(?<![p{L}p{N}]):[a-z0-9_+-]{2,40}:/g,
  /\{#[^\s{}]+\}[ \t]*$/g,
  /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gi,
]

function ownMarks(text: string, from: number): Cut[] {
  return marks.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((found) => ({
      from: from + found.index,
      to: from + found.index + found[0].length,
      kind: 'drop' as const,
    })),
  )
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
