import { isDate } from '../../document'

const two = (number: number) => String(number).padStart(2, '0')

/** A post's date as the field shows it: `2026-11-24`, or a moment as it is written, `2026-11-24 09:30`. */
export function showDate(date: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(date) ?? []
  return day === undefined || time === undefined ? date : `${day} ${time}`
}

/**
 * The date that the field's text means: a day, a moment (`2026-11-24 09:30`), or ISO 8601 as it stands.
 * Undefined when it is none. A moment has the offset of the date that it takes the place of; after a day, the
 * one that holds here then.
 */
export function readDate(text: string, before = ''): string | undefined {
  const trimmed = text.trim()
  if (isDate(trimmed)) return trimmed
  const local = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})$/.exec(trimmed)
  if (local === null) return undefined
  const [, day = '', hours = '', minutes = ''] = local
  const moment = `${day}T${hours.padStart(2, '0')}:${minutes}:00`
  const date = moment + (/T.*?(Z|[+-]\d{2}:?\d{2})$/.exec(before)?.[1] ?? offsetHere(moment))
  return isDate(date) ? date : undefined
}

/** The offset of this machine's clock at a local moment; empty when there is no such moment. */
function offsetHere(moment: string): string {
  const offset = -new Date(moment).getTimezoneOffset()
  if (Number.isNaN(offset)) return ''
  const sign = offset < 0 ? '-' : '+'
  return `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
}
