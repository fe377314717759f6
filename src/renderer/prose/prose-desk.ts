import type { TextHint } from './hints/find-hints'
import type { Hint, Mistake, ProseAnswer, ProseRequest, ProseSettings } from './prose-messages'
import { findWords } from './spelling/find-words'
import type { Dictionary } from './spelling/hunspell'
import { Speller } from './spelling/speller'
import { Counter, noCounts } from './text/counts'
import { type ProseBlock, placeInSource } from './text/prose'
import { type Prose, readProse } from './text/read-prose'

/** What the worker hands in. */
interface Tools {
  readonly answer: (answer: ProseAnswer) => void
  readonly openDictionary: (language: string) => Promise<Dictionary>
  /** Loaded with the first paragraph that has words. */
  readonly loadHints: () => Promise<(text: string, language: string) => readonly TextHint[]>
  /** Lets messages in that have come meanwhile. */
  readonly pause: () => Promise<void>
}

interface OpenText {
  readonly version: number
  readonly prose: Prose
  /** characters */
  readonly length: number
  readonly language: string
  readonly languages: readonly string[]
  readonly counter: Counter
}

/**
 * As many of each are told of: more are a text in another language, and no list or mark would help with
 * them. The screen is handed them at once and moves them with every letter.
 */
const mostFound = 2000

/** How long it may work before it lets messages in. */
const sliceMs = 20
/** Characters beyond which no hints are sought: style takes a second for some ten thousand words. */
const longestForHints = 500_000
/** Paragraphs whose hints are kept: those of some long posts. */
const mostKept = 5000

/**
 * Reads texts and checks them: what it counted and where headings are it says at once, mistakes and hints when
 * it has looked at every paragraph. A paragraph that it knows takes no time; a newer text ends the check
 * of the one before.
 */
export class ProseDesk {
  readonly #tools: Tools
  readonly #texts = new Map<string, OpenText>()
  readonly #dictionaries = new Map<string, Promise<Dictionary>>()
  #settings: ProseSettings = { ownWords: [], silencedRules: [] }
  /** By the languages that they know. */
  #spellers = new Map<string, Promise<Speller>>()
  #lastSpeller: Promise<Speller> | undefined
  #hints = new Map<string, readonly TextHint[]>()

  constructor(tools: Tools) {
    this.#tools = tools
  }

  async take(request: ProseRequest): Promise<void> {
    switch (request.kind) {
      case 'settings':
        return this.#set(request.settings)
      case 'read':
        return this.#read(request)
      case 'forget':
        this.#texts.delete(request.post)
        return
      case 'count': {
        const text = this.#texts.get(request.post)
        const counts = text?.counter.countBetween(text.prose.blocks, request.from, request.to) ?? noCounts
        return this.#tools.answer({ kind: 'counted', call: request.call, counts })
      }
      case 'suggest': {
        const words = (await this.#lastSpeller)?.suggest(request.word) ?? []
        return this.#tools.answer({ kind: 'suggested', call: request.call, words })
      }
    }
  }

  async #set(settings: ProseSettings): Promise<void> {
    this.#settings = settings
    this.#spellers = new Map()
    for (const [post, text] of [...this.#texts]) {
      // Another object, so that a check by the old settings ends.
      const again = { ...text }
      this.#texts.set(post, again)
      await this.#check(post, again)
    }
  }

  #spellerOf(languages: readonly string[]): Promise<Speller> {
    const key = languages.join(' ')
    const speller = this.#spellers.get(key) ?? this.#openSpeller(languages)
    this.#spellers.set(key, speller)
    this.#lastSpeller = speller
    return speller
  }

  async #openSpeller(languages: readonly string[]): Promise<Speller> {
    const opened = languages.map((language) => {
      const dictionary = this.#dictionaries.get(language) ?? this.#tools.openDictionary(language)
      this.#dictionaries.set(language, dictionary)
      return dictionary
    })
    try {
      return new Speller(await Promise.all(opened), this.#settings.ownWords)
    } catch (error) {
      // The next text tries again.
      this.#spellers.delete(languages.join(' '))
      for (const language of languages) this.#dictionaries.delete(language)
      throw error
    }
  }

  async #read(request: Extract<ProseRequest, { kind: 'read' }>): Promise<void> {
    const { post, version, language, languages } = request
    const prose = readProse(request.source)
    const counter = this.#texts.get(post)?.counter ?? new Counter()
    const { length } = request.source
    const text = { version, prose, length, language, languages, counter }
    this.#texts.set(post, text)
    const { headings, comments, blocks } = prose
    const reading = { counts: counter.count(blocks), headings, comments }
    this.#tools.answer({ kind: 'read', post, version, reading })
    await this.#check(post, text)
  }

  async #check(post: string, text: OpenText): Promise<void> {
    const isWanted = () => this.#texts.get(post) === text
    const { silencedRules } = this.#settings
    const speller = await this.#spellerOf(text.languages)
    const findHints = text.length > longestForHints ? undefined : await this.#tools.loadHints()
    const mistakes: Mistake[] = []
    const hints: Hint[] = []
    let until = Date.now() + sliceMs
    for (const block of text.prose.blocks) {
      if (Date.now() > until) {
        await this.#tools.pause()
        until = Date.now() + sliceMs
      }
      if (!isWanted()) return
      if (mistakes.length >= mostFound && hints.length >= mostFound) break
      mistakes.push(...findMistakes(block, speller))
      if (findHints === undefined) continue
      for (const hint of this.#hintsOf(block, text.language, findHints)) {
        if (silencedRules.includes(hint.rule)) continue
        const [from, to] = placeInSource(block, hint.from, hint.to)
        hints.push({ ...hint, from, to })
      }
    }
    const findings = { mistakes: mistakes.slice(0, mostFound), hints: hints.slice(0, mostFound) }
    this.#tools.answer({ kind: 'checked', post, version: text.version, findings })
  }

  #hintsOf(
    block: ProseBlock,
    language: string,
    find: (text: string, language: string) => readonly TextHint[],
  ): readonly TextHint[] {
    const key = `${language}\n${hideCode(block)}`
    const known = this.#hints.get(key)
    if (known !== undefined) return known
    const found = find(hideCode(block), language)
    if (this.#hints.size >= mostKept) this.#hints = new Map()
    this.#hints.set(key, found)
    return found
  }
}

function findMistakes(block: ProseBlock, speller: Speller): readonly Mistake[] {
  return findWords(block)
    .filter(({ word }) => !speller.isRight(word))
    .map(({ word, from: start, to: end }) => {
      const [from, to] = placeInSource(block, start, end)
      return { word, from, to }
    })
}

/** Code is no word and parts the words beside it. */
function hideCode({ text, code }: ProseBlock): string {
  return code.reduce(
    (hidden, [from, to]) => hidden.slice(0, from) + '\ufffc'.repeat(to - from) + hidden.slice(to),
    text,
  )
}
