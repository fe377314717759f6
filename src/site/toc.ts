import type { TocEntry } from './pages'

interface Heading {
  readonly level: number
  readonly id: string
  readonly text: string
}

/** Below this a reader sees the whole post at a glance; 600 words are two to three screens. */
const longWords = 600
const fewestEntries = 3

/** The table of contents of a long post: its two topmost levels of headings. Empty for a short one. */
export function tableOfContents(headings: readonly Heading[], words: number): TocEntry[] {
  if (words < longWords) return []
  const top = Math.min(...headings.map((heading) => heading.level))
  const entries: { id: string; text: string; children: { id: string; text: string }[] }[] = []
  for (const { level, id, text } of headings) {
    if (text.trim() === '') continue
    if (level === top) entries.push({ id, text, children: [] })
    else if (level === top + 1) entries.at(-1)?.children.push({ id, text })
  }
  return entries.length < fewestEntries ? [] : entries
}
