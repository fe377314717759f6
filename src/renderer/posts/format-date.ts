// The parts are read as UTC so that the day written is the day shown.
const formats = {
  thisYear: new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  otherYear: new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }),
}

/**
 * A post's date as a list shows it, short: the day that is written in it, whatever its offset, as on the site.
 * @param now epoch ms
 */
export function formatDate(date: string, now: number): string {
  const day = Date.parse(date.slice(0, 10))
  if (Number.isNaN(day)) return date
  const isThisYear = new Date(day).getUTCFullYear() === new Date(now).getFullYear()
  return (isThisYear ? formats.thisYear : formats.otherYear).format(day)
}
