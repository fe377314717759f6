import { isDate } from '../../document'

const two = (number: number) => String(number).padStart(2, '0')

/** A post's date as the field shows it: `2026-11-24`, or a moment in local time as `2026-11-24 09:30`. */
export function showDate(date: string): string {
  if (!date.includes('T')) return date
  const time = new Date(date)
  if (Number.isNaN(time.getTime())) return date
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`
}

/**
 * The date that the field's text means: a day, a local moment (`2026-11-24 09:30`, which gets the offset that
 * holds here then), or ISO 8601 as it stands. Undefined when it is none.
 */
export function readDate(text: string): string | undefined {
  const trimmed = text.trim()
  if (isDate(trimmed)) return trimmed
  const local = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})$/.exec(trimmed)
  if (local === null) return undefined
  const [, day = '', hours = '', minutes = ''] = local
  const moment = `${day}T${hours.padStart(2, '0')}:${minutes}:00`
  const offset = -new Date(moment).getTimezoneOffset()
  if (Number.isNaN(offset)) return undefined
  const sign = offset < 0 ? '-' : '+'
  const date = `${moment}${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  return isDate(date) ? date : undefined
}
