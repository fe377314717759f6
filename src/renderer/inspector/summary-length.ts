/** What search engines show of a description before they cut it off, roughly: they go by width. */
export const shownLength = 160
/** Less than this leaves most of the room that there is to what they choose themselves. */
const fairLength = 70

export type SummaryVerdict = 'empty' | 'short' | 'good' | 'long'

/** How a summary fits what a search engine shows of it. */
export function judgeSummary(summary: string): SummaryVerdict {
  const length = [...summary.trim()].length
  if (length === 0) return 'empty'
  if (length < fairLength) return 'short'
  return length <= shownLength ? 'good' : 'long'
}

/** A text cut as a search engine would cut it: at a word, with an ellipsis. */
export function cutForSearch(text: string, length = shownLength): string {
  const letters = [...text.trim()]
  if (letters.length <= length) return letters.join('')
  const cut = letters.slice(0, length).join('')
  // A script without spaces is cut where the room ends.
  const whole = cut.replace(/\s+\S*$/u, '')
  return `${(whole.length > length / 2 ? whole : cut).replace(/[\s,;:.–—-]+$/u, '')} …`
}
