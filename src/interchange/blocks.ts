import { parseBlocks, type Token } from './block-parser'

/**
 * A stretch of whole lines: `text` is what inline Markdown is read in, `html` a block of raw HTML, `other`
 * what no block took, where link definitions are. Code is in none of them.
 */
export interface Block {
  readonly kind: 'text' | 'html' | 'other'
  /** Offsets into the source. */
  readonly start: number
  readonly end: number
}

/** The stretches of `source` in which something can be referred to. `source` has `\n` between lines. */
export function blocksOf(source: string): Block[] {
  const starts = lineStarts(source)
  const offset = (line: number) => starts[line] ?? source.length
  const taken = new Uint8Array(starts.length)
  const blocks: Block[] = []
  for (const token of parseBlocks(source)) {
    const kind = kindOf(token)
    if (kind === undefined || token.map === null) continue
    const [first, last] = token.map
    // The cells of a table row share one line; the first of them stands for all.
    if (kind === 'text' && taken[first] === 1) continue
    taken.fill(1, first, last)
    if (kind !== 'code') blocks.push({ kind, start: offset(first), end: offset(last) })
  }
  return [...blocks, ...untaken(taken, offset)]
}

function kindOf(token: Token): Block['kind'] | 'code' | undefined {
  if (token.type === 'fence' || token.type === 'code_block') return 'code'
  if (token.type === 'html_block') return 'html'
  return token.type === 'inline' || token.type === 'tr_open' ? 'text' : undefined
}

function lineStarts(source: string): number[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function untaken(taken: Uint8Array, offset: (line: number) => number): Block[] {
  const blocks: Block[] = []
  for (let line = 0; line < taken.length; line++) {
    if (taken[line] === 1) continue
    const first = line
    while (line + 1 < taken.length && taken[line + 1] === 0) line++
    blocks.push({ kind: 'other', start: offset(first), end: offset(line + 1) })
  }
  return blocks
}
