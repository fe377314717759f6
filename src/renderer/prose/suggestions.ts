import type { Hint } from './prose-messages'

/** More are no help in a menu. */
const most = 6

/** What may stand in a hint's place, written as what stands there; an empty text takes it away. */
export function suggestionsOf({ rule, actual, expected }: Hint): readonly string[] {
  if (rule === 'simplify' && expected.length === 0) return ['']
  const isCapital = /^\p{Lu}/u.test(actual)
  return expected
    .slice(0, most)
    .map((word) => (isCapital ? word.charAt(0).toLocaleUpperCase() + word.slice(1) : word))
}
