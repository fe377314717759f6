import type { PostContent } from '../../document'

/** A post as a file that any tool reads. */
export interface MarkdownFile {
  readonly name: string
  readonly text: string
}

/**
 * A post as Markdown with front matter, as the import reads it. Made from what is on the screen, so that it
 * needs nothing of a library that can't save.
 */
export function toMarkdownFile(content: PostContent): MarkdownFile {
  const { title, slug, date, status, kind, tags, summary, cover, language, canonicalUrl, series, body } =
    content
  const lines = [
    line('title', title),
    line('slug', slug),
    line('date', date),
    line('draft', status === 'draft' ? true : null),
    line('type', kind === 'page' ? 'page' : null),
    line('summary', summary === '' ? null : summary),
    line('tags', tags.length === 0 ? null : [...tags]),
    line('series', series),
    line('cover', cover),
    line('lang', language),
    line('canonical_url', canonicalUrl),
  ]
  return { name: `${slug || 'untitled'}.md`, text: `---\n${lines.join('')}---\n${body}` }
}

/** Every JSON value is a YAML value, whatever quotes, colons and line feeds are in it. */
const line = (name: string, value: string | boolean | readonly string[] | null): string =>
  value === null ? '' : `${name}: ${JSON.stringify(value)}\n`
