import type { Words } from '../../../words'
import type { Hint } from '../prose-messages'
import { rules } from './rules'

/** More of a long sentence would say no more. */
const longest = 60

/** What a hint says, in the writer's language. */
export function sayHint(say: Words['say'], { rule, actual, expected }: Hint): string {
  const found = rules.find(({ id }) => id === rule)
  if (found === undefined) return ''
  const short = actual.length > longest ? `${actual.slice(0, longest - 1)}…` : actual
  const [best = ''] = expected
  // Of “the the”, one is said.
  const word = rule === 'repeated' ? best : short
  return say(best === '' ? found.alone : found.message, { actual: word, expected: best })
}
