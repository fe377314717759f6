/** Letters that may be different: more than a damaged byte or two makes another id. */
const mostDifferences = 2

/** The id that was meant by one in which a byte or two changed. Undefined when none, or more than one, is near. */
export function nearestId(id: string, ids: Iterable<string>): string | undefined {
  const near: string[] = []
  for (const other of ids) if (differences(id, other) <= mostDifferences) near.push(other)
  return near.length === 1 ? near[0] : undefined
}

function differences(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  let count = 0
  for (let index = 0; index < a.length && count <= mostDifferences; index++) {
    if (a.charCodeAt(index) !== b.charCodeAt(index)) count++
  }
  return count
}
