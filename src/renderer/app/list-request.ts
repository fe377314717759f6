import { quoteForSearch } from '../../document'
import type { Calls } from './connection'
import type { Preferences } from './preferences'
import type { Place } from './workspace'

/** What a list asks the library for; a part of it is asked at a time. */
export type ListRequest = Omit<Parameters<Calls['posts']['page']>[0], 'offset' | 'limit'>

export type SortBy = ListRequest['sort']['by']

/** What the list shows: posts of a request, or, while one searches words, the best hits with their snippets. */
export interface ListSource {
  readonly request: ListRequest
  /** What the search is asked; undefined where the list is read page by page instead. */
  readonly hits: string | undefined
  /** What the writer typed, trimmed; empty when nothing is searched. */
  readonly typed: string
}

/** What the list of a place shows, with what is typed into its search. */
export function sourceOf(
  place: Place,
  typed: string,
  preferences: Pick<Preferences, 'sortBy' | 'sortDescending'>,
): ListSource {
  const sort = { by: preferences.sortBy, descending: preferences.sortDescending }
  const words = place.kind === 'filter' ? `${place.filter.query} ${typed}`.trim() : typed
  const request: ListRequest = { ...partOf(place), sort, ...(words === '' ? {} : { query: words }) }
  const narrowed = hasWords(typed) ? narrowing(place) : undefined
  return { request, typed, hits: narrowed === undefined ? undefined : `${narrowed} ${words}`.trim() }
}

/** Whether a search has words to be found and marked, beside `tag:` and its like. */
function hasWords(typed: string): boolean {
  return /[\p{L}\p{N}]/u.test(typed.replace(/(?:tag|status|before|after):(?:"[^"]*"?|\S*)/giu, ''))
}

function partOf(place: Place): Pick<ListRequest, 'view' | 'tag' | 'series'> {
  switch (place.kind) {
    case 'tag':
      return { view: 'all', tag: place.tag }
    case 'series':
      return { view: 'all', series: place.series }
    case 'filter':
    case 'tags':
    case 'media':
    case 'site':
      return { view: 'all' }
    default:
      return { view: place.kind }
  }
}

/** How a search says that it is of one place alone; undefined where the query language can't say it. */
function narrowing(place: Place): string | undefined {
  switch (place.kind) {
    case 'all':
    case 'filter':
      return ''
    case 'draft':
    case 'published':
      return `status:${place.kind}`
    case 'tag':
      return `tag:${quoteForSearch(place.tag)}`
    default:
      return undefined
  }
}
