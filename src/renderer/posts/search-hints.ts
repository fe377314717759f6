import { quoteForSearch } from '../../document'

/** A piece of the query language that fits what is being typed. */
export interface SearchHint {
  /** What is shown, and the accessible name. */
  readonly name: string
  /** What the search reads when it is taken. */
  readonly text: string
}

const operators = ['tag:', 'status:', 'before:', 'after:'] as const
const mostTags = 5

/**
 * What may follow in a search: the words that it understands, and after one of them, what it may be.
 * @param today as in `2026-11-24`
 */
export function hintsFor(
  text: string,
  tags: readonly { readonly name: string; readonly count: number }[],
  today: string,
): readonly SearchHint[] {
  // The piece that is being typed: from the last space that isn't between quotes.
  const [piece = ''] = /(?:[^\s"]|"[^"]*"?)*$/.exec(text) ?? []
  const before = text.slice(0, text.length - piece.length)
  const hints = (names: readonly string[]) =>
    names.filter((name) => name !== piece).map((name) => ({ name, text: `${before}${name} ` }))
  const [operator, value = ''] = piece.toLocaleLowerCase().split(/:(.*)/s)
  switch (operator) {
    case 'status':
      return hints(
        ['draft', 'published'].filter((name) => name.startsWith(value)).map((name) => `status:${name}`),
      )
    case 'before':
    case 'after':
      return hints([today.slice(0, 4), today.slice(0, 7), today].map((date) => `${operator}:${date}`))
    case 'tag': {
      const typed = value.replaceAll('"', '')
      const found = tags
        .filter(({ name }) => name.toLocaleLowerCase().includes(typed))
        .sort((a, b) => b.count - a.count)
        .slice(0, mostTags)
      return hints(found.map(({ name }) => `tag:${/[\s"]/.test(name) ? quoteForSearch(name) : name}`))
    }
    default:
      return operators
        .filter((name) => piece === '' || name.startsWith(piece))
        .map((name) => ({ name, text: before + name }))
  }
}
