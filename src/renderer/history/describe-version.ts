import type { PostVersion } from '../../api/contract'

/** A state that can be read: a version, the present state, or what the site shows. */
export interface HistoryItem extends Omit<PostVersion, 'kind'> {
  readonly kind: PostVersion['kind'] | 'released'
}

const kindNames: Readonly<Record<HistoryItem['kind'], string>> = {
  now: 'Now',
  released: 'On the site',
  session: 'Written',
  named: 'Marked',
  restore: 'Before a change',
  release: 'Released',
}

const day = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const moment = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

export const timeOf = ({ at }: HistoryItem): string => time.format(at)

/** What a version is called: its name, or what made it. */
export const titleOf = ({ name, kind }: HistoryItem): string => name ?? kindNames[kind]

/** The version in one breath: `24 Nov 2026, 10:12, “First draft”, 340 words, desk-pc`. */
export function describeVersion(item: HistoryItem): string {
  const { kind, name, words, device } = item
  const title = name === null ? kindNames[kind] : `“${name}”`
  if (kind === 'now') return `Now, ${countWords(words)}`
  return `${moment.format(item.at)}, ${title}, ${countWords(words)}, ${deviceOf(device)}`
}

/** What stands below the name of a version. */
export function factsOf({ kind, at, words, device }: HistoryItem): string {
  const facts = [countWords(words)]
  if (kind !== 'now') facts.unshift(kindNames[kind], moment.format(at))
  return [...facts, deviceOf(device)].join(' · ')
}

/** Short, for a choice among many. */
export const labelOf = (item: HistoryItem): string =>
  item.kind === 'now' ? 'Now' : `${titleOf(item)}, ${moment.format(item.at)}`

export const deviceOf = ({ name, isThis }: PostVersion['device']): string => (isThis ? 'this device' : name)

export const countWords = (words: number): string =>
  words === 1 ? '1 word' : `${words.toLocaleString()} words`

/** The day of a version as its group is headed. */
export function dayOf({ at }: HistoryItem, now: number): string {
  if (isSameDay(at, now)) return 'Today'
  const yesterday = new Date(now)
  yesterday.setDate(yesterday.getDate() - 1)
  return isSameDay(at, yesterday.getTime()) ? 'Yesterday' : day.format(at)
}

const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString()

/** The versions of each day, in the order given. */
export function groupByDay(
  items: readonly HistoryItem[],
  now: number,
): { readonly day: string; readonly items: readonly HistoryItem[] }[] {
  const groups: { day: string; items: HistoryItem[] }[] = []
  for (const item of items) {
    const name = dayOf(item, now)
    const last = groups.at(-1)
    if (last?.day === name) last.items.push(item)
    else groups.push({ day: name, items: [item] })
  }
  return groups
}

/**
 * What can be read, newest first. What the site shows stands where it was released, while the post reads
 * otherwise; its own version may have been named or made elsewhere.
 */
export function withReleased(
  versions: readonly PostVersion[],
  release: { readonly hasChanges: boolean; readonly releasedAt: number | null },
): HistoryItem[] {
  const items: HistoryItem[] = [...versions]
  const [now] = versions
  const { hasChanges, releasedAt } = release
  if (now === undefined || !hasChanges || releasedAt === null) return items
  const index = items.findIndex(({ kind, at }) => kind !== 'now' && at <= releasedAt)
  const at = index === -1 ? items.length : index
  const twin = items[at]
  // The version of that very release says the same.
  const isTwin = twin?.kind === 'release'
  const device = twin?.device ?? now.device
  const words = twin?.words ?? now.words
  items.splice(at, isTwin ? 1 : 0, {
    id: 'released',
    kind: 'released',
    at: releasedAt,
    device,
    name: null,
    words,
  })
  return items
}
