import type * as Y from 'yjs'

/** As long as no word is. */
const longest = 100

/** The words that the writer added to the dictionary, from the site's document, in reading order. */
export function readOwnWords(doc: Y.Doc): string[] {
  return [...doc.getMap('words')]
    .flatMap(([word, value]) => (value === true && word.length <= longest ? [word] : []))
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1) || (a < b ? -1 : 1))
}

/** Adds a word, or takes it away. What is so already writes nothing. */
export function writeOwnWord(doc: Y.Doc, word: string, isOwn: boolean): void {
  const words = doc.getMap('words')
  if ((words.get(word) === true) === isOwn) return
  if (isOwn) words.set(word, true)
  else words.delete(word)
}
