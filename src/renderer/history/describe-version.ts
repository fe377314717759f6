import type { PostVersion } from '../../api/contract'
import { type Term, term, type Words } from '../../words'

/** A state that can be read: a version, the present state, or what the site shows. */
export interface HistoryItem extends Omit<PostVersion, 'kind'> {
  readonly kind: PostVersion['kind'] | 'released'
}

const kindNames: Readonly<Record<HistoryItem['kind'], Term>> = {
  now: term('Now'),
  released: term('On the site'),
  session: term('[version] Written'),
  named: term('[version] Marked'),
  restore: term('[version] Before a change'),
  release: term('[version] Released'),
}

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const time = { hour: '2-digit', minute: '2-digit' } as const
const moment = { day: 'numeric', month: 'short', year: 'numeric', ...time } as const

export const timeOf = ({ at }: HistoryItem, { date }: Words): string => date(at, time)

/** What a version is called: its name, or what made it. */
export const titleOf = ({ name, kind }: HistoryItem, { say }: Words): string => name ?? say(kindNames[kind])

/** The version in one breath: `24 Nov 2026, 10:12, “First draft”, 340 words, desk-pc`. */
export function describeVersion(item: HistoryItem, language: Words): string {
  const { say, date } = language
  const { kind, name, words, device } = item
  const title = name === null ? say(kindNames[kind]) : say('“{name}”', { name })
  const length = countWords(words, language)
  if (kind === 'now') return [say('Now'), length].join(', ')
  return [date(item.at, moment), title, length, deviceOf(device, language)].join(', ')
}

/** What stands below the name of a version. */
export function factsOf({ kind, at, words, device }: HistoryItem, language: Words): string {
  const { say, date } = language
  const facts = [countWords(words, language)]
  if (kind !== 'now') facts.unshift(say(kindNames[kind]), date(at, moment))
  return [...facts, deviceOf(device, language)].join(' · ')
}

/** Short, for a choice among many. */
export const labelOf = (item: HistoryItem, words: Words): string =>
  item.kind === 'now' ? words.say('Now') : [titleOf(item, words), words.date(item.at, moment)].join(', ')

export const deviceOf = ({ name, isThis }: PostVersion['device'], { say }: Words): string =>
  isThis ? say('this device') : name

export const countWords = (count: number, { say }: Words): string =>
  say('{count, plural, one {# word} other {# words}}', { count })

/** The day of a version as its group is headed. */
export function dayOf({ at }: HistoryItem, now: number, { say, date }: Words): string {
  if (isSameDay(at, now)) return say('Today')
  const yesterday = new Date(now)
  yesterday.setDate(yesterday.getDate() - 1)
  return isSameDay(at, yesterday.getTime()) ? say('Yesterday') : date(at, day)
}

const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString()

/** The versions of each day, in the order given. */
export function groupByDay(
  items: readonly HistoryItem[],
  now: number,
  words: Words,
): { readonly day: string; readonly items: readonly HistoryItem[] }[] {
  const groups: { day: string; items: HistoryItem[] }[] = []
  for (const item of items) {
    const name = dayOf(item, now, words)
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
