import type { DifferencePart } from '../../document'

/** A paragraph of two states read side by side. */
export interface ComparedParagraph {
  readonly kind: 'same' | 'changed' | 'inserted' | 'removed'
  readonly parts: readonly DifferencePart[]
  /** The paragraph as the earlier state has it; empty when it has none. */
  readonly before: string
  /** Where it stands in the later state: from its first letter to its last. */
  readonly from: number
  readonly to: number
}

interface Line {
  readonly parts: DifferencePart[]
  /** Where the line begins in the later state. */
  readonly from: number
  to: number
}

/**
 * The differences between two texts by paragraphs: stretches without an empty line. What is between them is
 * left out, so that a paragraph can be shown, and copied, by itself.
 */
export function toParagraphs(parts: readonly DifferencePart[]): ComparedParagraph[] {
  const paragraphs: ComparedParagraph[] = []
  let lines: Line[] = []
  const flush = () => {
    if (lines.length > 0) paragraphs.push(paragraphOf(lines))
    lines = []
  }
  for (const line of toLines(parts)) {
    if (line.parts.every(({ text }) => text.trim() === '')) flush()
    else lines.push(line)
  }
  flush()
  return paragraphs
}

/** Each line ends with its line feed, whichever of the two states has it. */
function toLines(parts: readonly DifferencePart[]): Line[] {
  const lines: Line[] = []
  let at = 0
  let line: Line = { parts: [], from: 0, to: 0 }
  for (const { kind, text } of parts) {
    for (const piece of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      line.parts.push({ kind, text: piece })
      if (kind !== 'removed') at += piece.length
      line.to = at
      if (!piece.endsWith('\n')) continue
      lines.push(line)
      line = { parts: [], from: at, to: at }
    }
  }
  if (line.parts.length > 0) lines.push(line)
  return lines
}

function paragraphOf(lines: readonly Line[]): ComparedParagraph {
  const parts = joinEqual(lines.flatMap((line) => line.parts))
  const textOf = (left: DifferencePart['kind']) =>
    parts.map(({ kind, text }) => (kind === left ? '' : text)).join('')
  const [before, after] = [textOf('inserted'), textOf('removed')]
  const from = lines[0]?.from ?? 0
  return {
    kind: kindOf(parts, before, after),
    parts: trimEnd(parts),
    before: before.trimEnd(),
    from,
    to: from + after.trimEnd().length,
  }
}

function kindOf(parts: readonly DifferencePart[], before: string, after: string): ComparedParagraph['kind'] {
  if (parts.every(({ kind }) => kind === 'same')) return 'same'
  if (before.trim() === '') return 'inserted'
  return after.trim() === '' ? 'removed' : 'changed'
}

function joinEqual(parts: readonly DifferencePart[]): DifferencePart[] {
  const joined: DifferencePart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.kind === part.kind) joined[joined.length - 1] = { ...part, text: last.text + part.text }
    else joined.push(part)
  }
  return joined
}

/** Without the line feeds at the end, which show nothing. */
function trimEnd(parts: readonly DifferencePart[]): DifferencePart[] {
  return parts.flatMap((part, index) => {
    const isLast = parts.slice(index + 1).every(({ text }) => text.trim() === '')
    const text = isLast ? part.text.trimEnd() : part.text
    return text === '' ? [] : [{ ...part, text }]
  })
}
