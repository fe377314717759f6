import type TurndownService from 'turndown'

/** Around the Markdown of a cell and before that of a row, until their table is put together; no text has them. */
const cellEnd = '\u{F8F0}'
const rowStart = '\u{F8F1}'

/** Wider columns are not padded: one long cell would stretch every row. */
const widestColumn = 40

/** What GFM adds to Markdown: tables, struck words, tasks; and code as GitHub and others mark it up. */
export function addGfmRules(turndown: TurndownService): void {
  turndown.addRule('struck', {
    filter: ['del', 's', 'strike' as 's'],
    replacement: (content) => (content.trim() === '' ? content : `~~${content}~~`),
  })
  turndown.addRule('task', {
    filter: (node) => node.nodeName === 'INPUT' && node.getAttribute('type') === 'checkbox',
    replacement: (_, node) => ((node as Element).hasAttribute('checked') ? '[x] ' : '[ ] '),
  })
  turndown.addRule('item', {
    filter: 'li',
    replacement: (content, node) => item(content, node as Element),
  })
  turndown.addRule('code', {
    filter: 'pre',
    replacement: (_, node, options) => fence(node as HTMLElement, options.fence ?? '```'),
  })
  turndown.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content, node) => {
      const wide = Number((node as Element).getAttribute('colspan') ?? 1)
      return content + cellEnd.repeat(Math.min(50, Math.max(1, wide || 1)))
    },
  })
  turndown.addRule('row', { filter: 'tr', replacement: (content) => rowStart + content })
  turndown.addRule('section', {
    filter: ['thead', 'tbody', 'tfoot'],
    replacement: (content) => content,
  })
  turndown.addRule('caption', { filter: ['caption', 'colgroup', 'col'], replacement: () => '' })
  turndown.addRule('table', {
    filter: 'table',
    replacement: (content, node) => table(content, node as HTMLTableElement),
  })
}

/** What belongs to an item stands below its words, as narrow as it may be. */
function item(content: string, node: Element): string {
  const list = node.parentElement
  const place =
    list === null ? 0 : [...list.childNodes].filter((each) => each.nodeName === 'LI').indexOf(node)
  const start = Number(list?.getAttribute('start') ?? 1) || 1
  const mark = list?.nodeName === 'OL' ? `${start + Math.max(0, place)}. ` : '- '
  const text = content
    .replace(/^\s+|\s+$/g, '')
    .replace(/^(\[[ x]\])\s+/, '$1 ')
    .replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)
  return `${mark}${text}${node.nextElementSibling === null ? '' : '\n'}`
}

/** A fence longer than any in the code, with the language that a class names. */
function fence(node: HTMLElement, mark: string): string {
  const code = (node.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n|\n+$/g, '')
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map((run) => run[0].length))
  const fenced = mark[0]?.repeat(longest + 1) ?? mark
  return `\n\n${fenced}${languageOf(node)}\n${code}\n${fenced}\n\n`
}

function languageOf(node: HTMLElement): string {
  const inner = node.firstElementChild
  const classes = [node, inner, node.parentElement]
    .map((each) => `${each?.getAttribute('class') ?? ''} ${each?.getAttribute('data-language') ?? ''}`)
    .join(' ')
  const named = /(?:lang(?:uage)?-|highlight-(?:source|text)-|brush:\s*)([\w+#.-]+)/.exec(classes)?.[1]
  const own = inner?.getAttribute('data-language') ?? node.getAttribute('data-language')
  return (own ?? named ?? '').toLowerCase().replace(/[^\w+#.-]/g, '')
}

function table(content: string, node: HTMLTableElement): string {
  const rows = content
    .split(rowStart)
    .slice(1)
    .map((row) => row.split(cellEnd).slice(0, -1))
    .filter((cells) => cells.length > 0)
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  // A table for the look of a page is no table of the post: its cells are passages, one after the other.
  if (width <= 1 || node.querySelector('td table, th table, pre'))
    return `\n\n${rows
      .flat()
      .map((cell) => cell.trim())
      .join('\n\n')}\n\n`
  const cells = rows.map((row) => Array.from({ length: width }, (_, column) => flat(row[column] ?? '')))
  const alignments = Array.from({ length: width }, (_, column) => alignmentOf(node, column))
  const widths = alignments.map((_, column) =>
    Math.min(widestColumn, Math.max(3, ...cells.map((row) => row[column]?.length ?? 0))),
  )
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 3)).join(' | ')} |`
  const rule = `| ${alignments.map((alignment, column) => dashes(alignment, widths[column] ?? 3)).join(' | ')} |`
  const [head = [], ...body] = cells
  return `\n\n${[line(head), rule, ...body.map(line)].join('\n')}\n\n`
}

/** A cell is one line. */
const flat = (cell: string) =>
  cell
    .trim()
    .replace(/(?<!\\)\|/g, '\\|')
    .replace(/ *\n+ */g, '<br>')

function alignmentOf(node: HTMLTableElement, column: number): string {
  const cell = node.querySelector(`tr > :nth-child(${column + 1})`)
  const style = /text-align:\s*(left|right|center)/.exec(cell?.getAttribute('style') ?? '')?.[1]
  return style ?? cell?.getAttribute('align')?.toLowerCase() ?? ''
}

function dashes(alignment: string, width: number): string {
  switch (alignment) {
    case 'left':
      return `:${'-'.repeat(width - 1)}`
    case 'right':
      return `${'-'.repeat(width - 1)}:`
    case 'center':
      return `:${'-'.repeat(width - 2)}:`
    default:
      return '-'.repeat(width)
  }
}
