/**
 * The feeds of the site and of each tag: Atom, RSS 2.0 and JSON Feed 1.1 over the same entries. Nothing in them
 * comes from the clock; an entry's id is its post's and never changes.
 */
export { type Feed, type FeedEntry, feedEntry, feedFiles, feedsOf } from './feed'
export { feedLinks, feedNames } from './feed-names'
