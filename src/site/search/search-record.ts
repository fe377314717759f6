import { renderMarkdown } from '../../markdown'
import { hrefOf } from '../addresses'
import type { PlannedPost, SitePlan } from '../plan'

/** What the search of the site knows of a page; plain data. */
export interface SearchRecord {
  /** Below the site's base path, so that a site that moves keeps its index: `posts/a/`. */
  readonly url: string
  readonly title: string
  /** The day, `2026-11-24`. */
  readonly date: string
  /** As the site calls them. */
  readonly tags: readonly string[]
  /** Everything that can be found, as plain text. */
  readonly content: string
}

/** Colours and formulas take three quarters of a rendering's time, and are no words. */
const uncoloured = { remember: () => null }

/**
 * What the search is told of a post or page.
 * @param title what its own page calls it
 * @param source its Markdown
 */
export function searchRecord(plan: SitePlan, post: PlannedPost, title: string, source: string): SearchRecord {
  const { html } = renderMarkdown(source, { cache: uncoloured })
  return {
    url: hrefOf({ ...plan.address, basePath: '' }, post.path),
    title,
    date: post.kind === 'page' ? '' : post.date.slice(0, 10),
    tags: post.kind === 'page' ? [] : post.tags.map(({ name }) => name),
    content: cut(html, plan.byId.size),
  }
}

/**
 * Characters of text that the index can hold for all pages together: the indexer needs some 40 bytes of memory and
 * half a microsecond for each. A thousand long posts are within it.
 */
const mostCharacters = 12_000_000

/** The text; on a large site its headings and its beginning, so that the index does not outgrow the machine. */
function cut(html: string, pages: number): string {
  const text = plainText(html)
  const share = mostCharacters / pages
  if (share >= wholePost) return text
  // In steps, so that one post more doesn't change what is known of all others.
  const most = 2 ** Math.floor(Math.log2(share))
  if (text.length <= most) return text
  const headings = [...html.matchAll(/<h[1-6][^>]*>(.*?)<\/h[1-6]>/gs)].map(([heading]) => plainText(heading))
  const beginning = `${headings.join('. ')} ${plainText(html.replace(/<pre.*?<\/pre>/gs, ''))}`.slice(0, most)
  return beginning.replace(/\s+\S*$/, '')
}

/** With less than this for each page, texts are cut. */
const wholePost = 8000

/** Elements whose text no reader sees, or sees as part of something else. */
const unseen = /<(style|script|annotation|template)\b[^>]*>.*?<\/\1>|<a class="permalink".*?<\/a>/gs
/** Words on both sides of these stay apart; those on both sides of others (`<em>`, highlighted code) are one. */
const parting =
  /<\/?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|div|pre|table|tr|td|th|figure|figcaption|blockquote|br|hr|img|section|details|summary|aside)\b[^>]*>/g
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}

/** The text of rendered HTML, whose entities are the five that rendering writes. */
function plainText(html: string): string {
  return html
    .replace(unseen, '')
    .replace(parting, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}
