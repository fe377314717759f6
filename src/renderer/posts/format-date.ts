const formats = {
  dayThisYear: new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  thisYear: new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' }),
  otherYear: new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' }),
  day: new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }),
}

/**
 * A post's date as a list shows it, short. A day is that day everywhere; a moment is the day on which it
 * falls here.
 * @param now epoch ms
 */
export function formatDate(date: string, now: number): string {
  const time = Date.parse(date)
  if (Number.isNaN(time)) return date
  const thisYear = new Date(now).getFullYear()
  if (!date.includes('T')) {
    return (date.startsWith(`${thisYear}-`) ? formats.dayThisYear : formats.day).format(time)
  }
  const isThisYear = new Date(time).getFullYear() === thisYear
  return (isThisYear ? formats.thisYear : formats.otherYear).format(time)
}
