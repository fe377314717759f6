/** A date as a page shows it: machine-readable, and in the words of the site's language. */
export interface ShownDate {
  readonly iso: string
  readonly text: string
}

/**
 * Formats dates of posts in one language. The day is the one the writer wrote, whatever the offset of the
 * moment and the time zone of the machine: an export must not depend on where it runs.
 */
export function dateFormatter(language: string): (date: string) => ShownDate {
  const format = new Intl.DateTimeFormat(formatLocale(language), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  })
  return (date) => ({ iso: date, text: format.format(Date.parse(date.slice(0, 10))) })
}

/** Formats a date's day and month alone, for lists that stand below their year. */
export function dayFormatter(language: string): (date: string) => string {
  const format = new Intl.DateTimeFormat(formatLocale(language), {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  })
  return (date) => format.format(Date.parse(date.slice(0, 10)))
}

/** The locale for `Intl`; English where the language is unknown, since the machine's own differs between machines. */
export function formatLocale(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en'
  } catch (error) {
    if (error instanceof RangeError) return 'en'
    throw error
  }
}

/** An RFC 3339 moment, as Atom wants it: a day alone is its midnight in UTC. */
export function moment(date: string): string {
  // Most dates are days, and pages by the thousand name theirs several times.
  return date.length === 10 ? `${date}T00:00:00Z` : momentOf(Date.parse(date))
}

/** When a post last changed: its last edit, or its date when that is later. Never the clock. */
export function lastChanged(post: { readonly date: string; readonly editedAt: number }): string {
  return momentOf(Math.max(Date.parse(post.date), post.editedAt))
}

/** @param at epoch ms */
function momentOf(at: number): string {
  const text = new Date(at).toISOString()
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text
}
