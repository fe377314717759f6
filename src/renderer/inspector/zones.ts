/** A date as it may be written with its offset: the wall clock, and what it is ahead of UTC. */
const moment = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})$/

/** What a date is ahead of UTC, as ISO 8601 writes it (`+01:00`, `Z`); undefined for a day without a time. */
export function offsetOf(date: string): string | undefined {
  return moment.exec(date)?.[2]
}

/** The same wall clock in another zone. A day has no zone and stays as it is. */
export function moveToZone(date: string, zone: string): string {
  const clock = moment.exec(date)?.[1]
  return clock === undefined ? date : clock + offsetAt(clock, zone)
}

/**
 * What a zone is ahead of UTC when its clocks show `clock`. In an hour that they show twice it is the first;
 * one that they leave out is read as if they hadn't been put forward yet.
 * @param zone an IANA name: `Europe/Berlin`
 */
function offsetAt(clock: string, zone: string): string {
  const shown = Date.parse(`${clock}Z`)
  // The offset hangs on the moment and the moment on the offset: a day before is right but around a change.
  const before = minutesAhead(shown - dayMs, zone)
  const isBefore = minutesAhead(shown - before * 60_000, zone) === before
  const minutes = isBefore ? before : minutesAhead(shown + dayMs, zone)
  const holds = minutesAhead(shown - minutes * 60_000, zone) === minutes
  return nameOffset(holds ? minutes : before)
}

const dayMs = 24 * 60 * 60 * 1000

function minutesAhead(at: number, zone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function nameOffset(minutes: number): string {
  if (minutes === 0) return 'Z'
  const two = (number: number) => String(number).padStart(2, '0')
  const ahead = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`
}
