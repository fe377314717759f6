/**
 * The words of a text, as the search index takes them and as a query asks for them: lower case, without
 * diacritics, scripts without spaces parted by a dictionary. SQLite only splits at what isn't a letter or digit
 * (tokenizer `ascii`, to which all beyond ASCII is a letter), so what a word is is decided here alone.
 */

/** What the index keeps of a text. Parts of long words in scripts without spaces are added at its end. */
export function indexText(text: string): string {
  if (!beyondAscii.test(text)) return text
  const parts = new Set<string>()
  const parted = fold(text).replace(unspaced, (run) => {
    const words = partRun(run)
    for (const word of words) for (const part of endings(word)) parts.add(part)
    return ` ${words.join(' ')} `
  })
  return parts.size === 0 ? parted : `${parted} ${[...parts].join(' ')}`
}

/** The words of a text in order; each is found in the index of a text that has it. */
export function wordsOf(text: string): string[] {
  const folded = beyondAscii.test(text)
    ? fold(text).replace(unspaced, (run) => ` ${partRun(run).join(' ')} `)
    : text
  return folded.toLowerCase().match(words) ?? []
}

/**
 * Lower case without diacritics; what is neither letter, digit nor ASCII becomes a space. The length may change.
 * ASCII letters may stay upper case.
 */
export function fold(text: string): string {
  return (
    text
      .replace(unseen, '')
      .replace(separators, ' ')
      .normalize('NFKD')
      .toLowerCase()
      .replace(diacritics, '')
      .replace(undecomposed, (letter) => plain[letter] ?? letter)
      // What a sign or a fraction is made of may have signs again.
      .replace(separators, ' ')
      .normalize('NFC')
  )
}

/** Whether a word is of a script that is written without spaces. */
export function isUnspaced(word: string): boolean {
  return word.search(unspaced) !== -1
}

const beyondAscii = /[\u0080-\uffff]/
const words = /[0-9a-z\u{80}-\u{10ffff}]+/gu
const separators = /(?![\p{L}\p{N}\p{M}])[\u{80}-\u{10ffff}]/gu
/** Soft hyphens, joiners and variation selectors stand inside of words. */
const unseen = /\u00ad|\u200c|\u200d|\u2060|\ufeff|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu
/** Accents, and the points of Hebrew and Arabic, without which people write; not the vowels of other scripts. */
const diacritics =
  /[\u0300-\u036f]|[\u0483-\u0487]|[\u0591-\u05bd]|[\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|[\u0610-\u061a]|[\u0640]|[\u064b-\u065f]|[\u0670]|[\u06d6-\u06dc]|[\u06df-\u06e4]|[\u06e7\u06e8]|[\u06ea-\u06ed]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/gu
/** Letters with strokes and ligatures, which Unicode doesn't take apart. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
}
const undecomposed = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * The words of a run without spaces. A word that would be parted when it stood alone is parted here too, or a
 * query of it alone would miss it.
 */
function partRun(run: string): string[] {
  const parts = Array.from(segmenter.segment(run), ({ segment }) => segment)
  return parts.length === 1 ? parts : parts.flatMap(partRun)
}

/** Beyond this a run is no word. */
const longestWord = 20

/** What a word ends with: with these, and words found by their beginning, any part of a compound is found. */
function endings(word: string): string[] {
  const letters = [...word]
  if (letters.length > longestWord) return []
  return letters.slice(1).map((_, index) => letters.slice(index + 1).join(''))
}
