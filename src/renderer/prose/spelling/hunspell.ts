import { createHunspellFromStrings } from 'hunspell-wasm'

/** A dictionary in memory: Hunspell itself, compiled to WebAssembly. */
export interface Dictionary {
  knows(word: string): boolean
  /** The nearest words that it knows, best first. May take a tenth of a second. */
  suggest(word: string): readonly string[]
}

/** Reads a dictionary in Hunspell's format. */
export async function openDictionary(affixes: string, words: string): Promise<Dictionary> {
  const hunspell = await createHunspellFromStrings(affixes, words)
  return {
    knows: (word) => hunspell.testSpelling(word),
    suggest: (word) => hunspell.getSpellingSuggestions(word),
  }
}
