import type { Token } from 'markdown-it'
import type { Heading } from './options'
import { plainText } from './text'

/** GitHub's rule: lower case, no punctuation, spaces become hyphens. Any script. */
export function headingSlug(text: string): string {
  return (
    text
      .trim()
      .toLowerCase()
      // The selectors at the end choose how an emoji is drawn; it goes, and so do they.
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]|[\ufe0e\ufe0f]/gu, '')
      .replace(/\s/g, '-')
  )
}

/**
 * Gives every heading an id and returns them in order. The id is GitHub's slug, `-1`, `-2`, … behind it when
 * it is taken, or what the writer put at the end: `## Title {#id}`. A heading without letters is `section`.
 */
export function identifyHeadings(tokens: readonly Token[], claimId: (id: string) => boolean): Heading[] {
  const headings: Heading[] = []
  const counts = new Map<string, number>()
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return
    const inline = tokens[index + 1]
    const own = takeOwnId(inline)
    const text = plainText(inline?.children ?? null)
      .replace(/\s+/g, ' ')
      .trim()
    const slug = own ?? (headingSlug(text) || 'section')
    let id = slug
    let count = counts.get(slug) ?? 0
    while (!claimId(id)) id = `${slug}-${++count}`
    counts.set(slug, count)
    token.attrSet('id', id)
    headings.push({ level: Number(token.tag.slice(1)), id, text })
  })
  return headings
}

/** The id in `{#id}` at a heading's end, which goes out of its text. */
function takeOwnId(inline: Token | undefined): string | undefined {
  const last = inline?.children?.at(-1)
  if (last?.type !== 'text') return undefined
  const match = /(?:^|\s)\{#([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,100})\}\s*$/u.exec(last.content)
  if (match === null) return undefined
  last.content = last.content.slice(0, match.index)
  return match[1]
}
