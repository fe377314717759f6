/** A stretch of a snippet. */
export interface Part {
  readonly text: string
  readonly isMarked: boolean
}

/** Takes a snippet apart at the marks U+E000 … U+E001 that search puts around what it found. */
export function splitMarks(snippet: string): Part[] {
  const parts: Part[] = []
  for (const [index, piece] of snippet.split('\u{e000}').entries()) {
    const end = index === 0 ? -1 : piece.indexOf('\u{e001}')
    if (end > 0) parts.push({ text: piece.slice(0, end), isMarked: true })
    const rest = piece.slice(end + 1).replaceAll('\u{e001}', '')
    if (rest !== '') parts.push({ text: rest, isMarked: false })
  }
  return parts
}
