/** A day (`2026-11-24`) or a moment with its offset (`2026-11-24T09:30:00+01:00`), as ISO 8601 writes them. */
const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/

/** Whether `text` is a day or a moment that exists in the calendar. */
export function isDate(text: string): boolean {
  const match = iso.exec(text)
  if (match === null || Number.isNaN(Date.parse(text))) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The moment (epoch ms) by which a date sorts; a day counts as its midnight in UTC. */
export function sortTime(date: string): number {
  return Date.parse(date)
}
