import type { ComparedParagraph } from './paragraphs'

/** Paragraphs that are shown together, or folded into one line. */
export interface Stretch {
  /** The number of the first paragraph. */
  readonly start: number
  readonly paragraphs: readonly ComparedParagraph[]
  readonly isFolded: boolean
}

/** What stays around a change, so that one sees where one is. */
const context = 1
/** Folding fewer than this saves no room. */
const fewest = 3

/** Folds long stretches without a change; what is next to a change stays. */
export function foldUnchanged(paragraphs: readonly ComparedParagraph[]): Stretch[] {
  const isNear = (index: number) =>
    paragraphs.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== 'same')
  const stretches: { start: number; paragraphs: ComparedParagraph[]; isFolded: boolean }[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const isFolded = !isNear(index)
    const last = stretches.at(-1)
    if (last?.isFolded === isFolded) last.paragraphs.push(paragraph)
    else stretches.push({ start: index, paragraphs: [paragraph], isFolded })
  }
  return stretches.map((stretch) => ({
    ...stretch,
    isFolded: stretch.isFolded && stretch.paragraphs.length >= fewest,
  }))
}
