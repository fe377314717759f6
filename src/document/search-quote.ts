/** A value as the search language takes it whole: `tag:` and this finds the tag, whatever it is made of. */
export function quoteForSearch(value: string): string {
  return `"${value.replaceAll('"', '""')}"`
}
