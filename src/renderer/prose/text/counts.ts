import type { ProseBlock } from './prose'
import { textBetween } from './prose'

/** How much there is of a text. */
export interface Counts {
  readonly words: number
  /** As a reader would count them, spaces between words among them. */
  readonly characters: number
  readonly charactersWithoutSpaces: number
  readonly sentences: number
}

export const noCounts: Counts = { words: 0, characters: 0, charactersWithoutSpaces: 0, sentences: 0 }

const word = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** Counts texts and keeps what it counted: of a post that is being written one paragraph changes at a time. */
export class Counter {
  #kept = new Map<string, Counts>()
  readonly #sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

  /** The whole text. */
  count(blocks: readonly ProseBlock[]): Counts {
    const before = this.#kept
    this.#kept = new Map()
    return sum(
      blocks.map(({ text }) => {
        const counts = before.get(text) ?? this.#countText(text)
        this.#kept.set(text, counts)
        return counts
      }),
    )
  }

  /** What stands between two places of the source. */
  countBetween(blocks: readonly ProseBlock[], from: number, to: number): Counts {
    const touched = blocks.filter(({ pieces }) => {
      const last = pieces.at(-1)
      return (pieces[0]?.from ?? 0) < to && last !== undefined && last.from + last.length > from
    })
    return sum(
      touched.map((block) => {
        const text = textBetween(block, from, to)
        return this.#kept.get(text) ?? this.#countText(text)
      }),
    )
  }

  #countText(text: string): Counts {
    const plain = text.replace(/\s+/g, ' ').trim()
    if (plain === '') return noCounts
    const ideographs = plain.match(cjk)?.length ?? 0
    const rest = ideographs > 0 ? plain.replace(cjk, ' ') : plain
    return {
      words: ideographs + (rest.match(word)?.length ?? 0),
      characters: countCharacters(plain),
      charactersWithoutSpaces: countCharacters(plain.replace(/ /g, '')),
      sentences: this.#countSentences(plain),
    }
  }

  #countSentences(text: string): number {
    let count = 0
    for (const { segment } of this.#sentences.segment(text)) if (/[\p{L}\p{N}]/u.test(segment)) count++
    return count
  }
}

/** Without what only changes the letter before it: an accent of its own, the joiner in an emoji. */
const countCharacters = (text: string) => [...text.replace(/\p{M}|\u200d/gu, '')].length

function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, { words, characters, charactersWithoutSpaces, sentences }) => ({
      words: total.words + words,
      characters: total.characters + characters,
      charactersWithoutSpaces: total.charactersWithoutSpaces + charactersWithoutSpaces,
      sentences: total.sentences + sentences,
    }),
    noCounts,
  )
}
