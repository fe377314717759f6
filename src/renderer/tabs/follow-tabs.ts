import type { PostId } from '../../document'

/** The posts that are open, in the order of their tabs. The one on the desk is always among them. */
export type Tabs = readonly PostId[]

/** The tabs when another post takes the desk: it goes to its own tab, or takes the place of the one before. */
export function followSelection(tabs: Tabs, before: PostId | undefined, after: PostId | undefined): Tabs {
  if (after === before) return tabs
  if (after === undefined) return tabs.filter((tab) => tab !== before)
  if (tabs.includes(after)) return tabs
  const index = before === undefined ? -1 : tabs.indexOf(before)
  return index === -1 ? [...tabs, after] : tabs.map((tab) => (tab === before ? after : tab))
}

/** The tabs with one more, beside the one on the desk. A post that has one keeps it. */
export function addTab(tabs: Tabs, beside: PostId | undefined, post: PostId): Tabs {
  if (tabs.includes(post)) return tabs
  const index = beside === undefined ? -1 : tabs.indexOf(beside)
  const at = index === -1 ? tabs.length : index + 1
  return [...tabs.slice(0, at), post, ...tabs.slice(at)]
}

/** The post that comes to the desk when a tab is closed: the one after it, or the last. */
export function afterClosing(tabs: Tabs, closed: PostId): PostId | undefined {
  const index = tabs.indexOf(closed)
  return tabs[index + 1] ?? tabs[index - 1]
}

/** The tab so many further, round and round. */
export function stepFrom(tabs: Tabs, from: PostId | undefined, step: 1 | -1): PostId | undefined {
  const index = from === undefined ? -1 : tabs.indexOf(from)
  return tabs[(index + step + tabs.length) % tabs.length]
}
