import type { FeedEntry } from './feed'

/** When what a feed has changed last; undefined for an empty one. */
export function newestOf(entries: readonly FeedEntry[]): string | undefined {
  return entries.reduce<string | undefined>(
    (newest, { updated }) =>
      newest === undefined || Date.parse(updated) > Date.parse(newest) ? updated : newest,
    undefined,
  )
}
