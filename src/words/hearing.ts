import type { Catalogue, Values } from './words'

const mark = '[heard] '

/** A sentence with places for values, and the pattern of what it may have become. */
interface Heard {
  readonly text: string
  readonly pattern: RegExp
  readonly names: readonly string[]
}

/**
 * Says sentences that come in English from elsewhere, by the texts of a catalogue that are marked as heard. They
 * are short and few: each is tried.
 */
export function createHearing(
  catalogue: Catalogue,
  say: (text: string, values: Values) => string,
): (sentence: string) => string {
  const heard = Object.keys(catalogue)
    .filter((text) => text.startsWith(mark))
    .map(toHeard)
  return (sentence) => {
    for (const { text, pattern, names } of heard) {
      const match = pattern.exec(sentence)
      if (match === null) continue
      return say(text, Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ''])))
    }
    return sentence
  }
}

function toHeard(text: string): Heard {
  const parts = text.slice(mark.length).split(/\{(\w+)\}/)
  const names = parts.filter((_, index) => index % 2 === 1)
  const source = parts
    .map((part, index) => (index % 2 === 1 ? '(.+?)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('')
  return { text, names, pattern: new RegExp(`^${source}$`, 's') }
}
