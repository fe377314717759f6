import type { Words } from '../../words'

// The parts are read as UTC so that the day written is the day shown.
const formats = {
  thisYear: { day: 'numeric', month: 'short', timeZone: 'UTC' },
  otherYear: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
} as const

/**
 * A post's date as a list shows it, short: the day that is written in it, whatever its offset, as on the site.
 * @param now epoch ms
 */
export function formatDate(date: string, now: number, words: Pick<Words, 'date'>): string {
  const day = Date.parse(date.slice(0, 10))
  if (Number.isNaN(day)) return date
  const isThisYear = new Date(day).getUTCFullYear() === new Date(now).getFullYear()
  return words.date(day, isThisYear ? formats.thisYear : formats.otherYear)
}
