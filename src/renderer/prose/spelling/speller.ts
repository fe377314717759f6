import type { Dictionary } from './hunspell'

/** More are no help: the right word is among the first or isn't there. */
const mostSuggestions = 6

/** Judges words by several dictionaries at once: right is what one of them knows, or the writer added. */
export class Speller {
  readonly #dictionaries: readonly Dictionary[]
  readonly #own: ReadonlySet<string>
  readonly #judged = new Map<string, boolean>()

  /** @param own the writer's words; one in lower case is known in any */
  constructor(dictionaries: readonly Dictionary[], own: readonly string[]) {
    this.#dictionaries = dictionaries
    this.#own = new Set(own)
  }

  /** Whether any dictionary knows it. Without one, everything is right. */
  isRight(word: string): boolean {
    const known = this.#judged.get(word)
    if (known !== undefined) return known
    const isRight = this.#dictionaries.length === 0 || this.#judge(word)
    this.#judged.set(word, isRight)
    return isRight
  }

  #judge(word: string): boolean {
    const stem = word.replace(/'s$/, '')
    if ([word, stem].some((form) => this.#own.has(form) || this.#own.has(form.toLowerCase()))) return true
    return this.#dictionaries.some((dictionary) => dictionary.knows(word))
  }

  /** What may have been meant: of each dictionary in turn, so that none crowds out another. */
  suggest(word: string): readonly string[] {
    const all = this.#dictionaries.map((dictionary) => dictionary.suggest(word))
    const merged: string[] = []
    for (let rank = 0; rank < mostSuggestions; rank++) {
      for (const suggestions of all) {
        const suggestion = suggestions[rank]
        if (suggestion !== undefined && !merged.includes(suggestion)) merged.push(suggestion)
      }
    }
    return merged.slice(0, mostSuggestions)
  }
}
