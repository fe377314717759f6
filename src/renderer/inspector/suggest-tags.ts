const mostShown = 6

/** The tags in use that begin with what was typed, the most used first; those the post has are left out. */
export function suggestTags(
  text: string,
  known: readonly { readonly name: string; readonly count: number }[],
  present: readonly string[],
): readonly string[] {
  const typed = text.trim().toLocaleLowerCase()
  if (typed === '') return []
  return known
    .filter(({ name }) => name.toLocaleLowerCase().startsWith(typed) && !present.includes(name))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostShown)
    .map(({ name }) => name)
}
