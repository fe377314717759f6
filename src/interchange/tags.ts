import { isMap, type Plain } from './plain'

/** The contract takes tags of this length and number. */
const maxLength = 100
const maxTags = 100

type First = (
  names: readonly string[],
  read: (value: Plain, name: string) => string[] | undefined,
) => string[] | undefined

/**
 * The tags of a post: tags, categories and keywords together, in their order, without doubles. A list
 * counts as it is; a text is parted at commas, or for `tags` and `categories` at spaces, as Jekyll does.
 */
export function readTags(
  first: First,
  written: (name: string) => Plain | undefined,
  warnings: string[],
): string[] {
  const read = (isSpaced: boolean) => (value: Plain, name: string) => {
    const items = splitTags(written(name) ?? value, isSpaced)
    return items === undefined ? undefined : items.map(tidy).filter((tag) => tag !== '')
  }
  const found = [
    first(['tags'], read(true)),
    first(['tag'], read(false)),
    first(['categories'], read(true)),
    first(['category'], read(false)),
    first(['keywords'], read(false)),
    first(['taxonomies'], (value) =>
      isMap(value)
        ? [value.tags, value.categories].flatMap((list) => splitTags(list ?? null, true) ?? [])
        : undefined,
    ),
  ].flatMap((tags) => tags ?? [])
  const unique = new Map<string, string>()
  for (const tag of found) if (!unique.has(tag.toLowerCase())) unique.set(tag.toLowerCase(), tag)
  const tags = [...unique.values()].filter((tag) => tag.length <= maxLength)
  if (tags.length < unique.size) warnings.push(`A tag of more than ${maxLength} characters was left out.`)
  if (tags.length > maxTags) warnings.push(`It has ${tags.length} tags; the first ${maxTags} were taken.`)
  return tags.slice(0, maxTags)
}

/** `#rust` is how some write `rust`; spaces inside count once. */
function tidy(tag: string): string {
  return tag
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^#(?=\S)/, '')
}

function splitTags(value: Plain, isSpaced: boolean): string[] | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      if (isMap(item))
        return [item.name, item.title, item.slug].filter((name) => typeof name === 'string').slice(0, 1)
      return item === null || Array.isArray(item) ? [] : [String(item)]
    })
  }
  if (value === null || isMap(value)) return undefined
  const text = String(value)
  if (text.includes(',')) return text.split(',')
  return isSpaced ? text.split(/\s+/) : [text]
}
