import { isDate } from '../document'
import type { Plain } from './plain'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** 2024-03-01, 2024/3/1, 2024.03.01, each perhaps with a time and an offset after it. */
const numeric = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:[Tt]|[ \t]+)(.+))?$/
/** 1 March 2024 · Fri, 01 Mar 2024 10:00:00 GMT */
const dayFirst =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s.]+([a-z]{3,9})\.?,?\s+(\d{4})(?:,?\s+(.+))?$/i
/** March 1st, 2024 · Fri Mar 01 2024 10:00:00 GMT+0100 */
const monthFirst =
  /^(?:[a-z]{3,9}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(.+))?$/i
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]m)?\s*(.*)$/i
const offset = /^(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?(?:\s*\(.*\))?$/i

/**
 * The date that a front matter's value means, as a post has it (`2024-03-01`, `2024-03-01T10:00:00+02:00`);
 * undefined when it means none for certain. A time without an offset counts as UTC, so that it means the
 * same on every machine. `03/04/2024` is March or April, hence none.
 */
export function readDate(value: Plain): string | undefined {
  const date =
    typeof value === 'number' ? fromNumber(value) : typeof value === 'string' ? fromText(value.trim()) : ''
  return date !== undefined && isDate(date) ? date : undefined
}

/** Seconds or milliseconds since 1970, or the digits of a day: 20240301. */
function fromNumber(value: number): string | undefined {
  if (!Number.isInteger(value)) return undefined
  if (value >= 19000101 && value <= 29991231) return fromText(String(value))
  const ms = value >= 1e11 ? value : value * 1000
  if (value < 1e8 || ms > 4e12) return undefined
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

function fromText(text: string): string | undefined {
  if (/^\d{9,13}$/.test(text)) return fromNumber(Number(text))
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return join(compact[1], compact[2], compact[3], undefined)
  const byNumbers = numeric.exec(text)
  if (byNumbers) return join(byNumbers[1], byNumbers[3], byNumbers[4], byNumbers[5])
  const byDay = dayFirst.exec(text)
  if (byDay) return join(byDay[3], monthNumber(byDay[2]), byDay[1], byDay[4])
  const byMonth = monthFirst.exec(text)
  if (byMonth) return join(byMonth[3], monthNumber(byMonth[1]), byMonth[2], byMonth[4])
  return undefined
}

function monthNumber(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

function join(year = '', month = '', day = '', time: string | undefined): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (time === undefined || time.trim() === '') return date
  const parsed = readTime(time.trim())
  return parsed === undefined ? undefined : `${date}T${parsed}`
}

function readTime(text: string): string | undefined {
  const match = clock.exec(text)
  if (match === null) return undefined
  const [, hour = '', minute = '', second = '00', fraction, half, rest = ''] = match
  const zone = readZone(rest)
  if (zone === undefined) return undefined
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  const thousandths = fraction === undefined || /^0+$/.test(fraction) ? '' : `.${fraction.slice(0, 3)}`
  return `${String(hours).padStart(2, '0')}:${minute}:${second}${thousandths}${zone}`
}

function readZone(text: string): string | undefined {
  if (/^(?:|Z|UTC|GMT)$/i.test(text)) return 'Z'
  const match = offset.exec(text)
  if (match === null) return undefined
  return `${match[1]}${match[2]?.padStart(2, '0')}:${match[3] ?? '00'}`
}
