import { hrefOf, type SiteAddress } from '../addresses'
import { escapeText } from '../escape'

/** The files of a list's feeds, beside its page: Atom, RSS 2.0 and JSON Feed 1.1. */
export const feedNames = ['feed.xml', 'rss.xml', 'feed.json'] as const

const types: Readonly<Record<(typeof feedNames)[number], string>> = {
  'feed.xml': 'application/atom+xml',
  'rss.xml': 'application/rss+xml',
  'feed.json': 'application/feed+json',
}

/** The elements of a head that lead to the feeds of the list at `path`. */
export function feedLinks(address: SiteAddress, path: string, title: string): string[] {
  return feedNames.map(
    (name) =>
      `<link rel="alternate" type="${types[name]}" title="${escapeText(title)}" href="${escapeText(hrefOf(address, path + name))}">`,
  )
}
