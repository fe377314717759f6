/** The three feeds of a list of posts: Atom, RSS 2.0 and JSON Feed 1.1, beside the list's page. */
export const feedNames = ['feed.xml', 'rss.xml', 'feed.json'] as const
