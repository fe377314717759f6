import type { SystemSpelling } from '../../api/contract'
import type { Clock } from '../app/clock'
import { LiveValue } from '../app/live-value'
import type { DraftSession } from '../drafts/draft-session'
import {
  type Mistake,
  type ProseAnswer,
  type ProseFindings,
  type ProseReading,
  type ProseRequest,
  type ProseSettings,
  systemLanguage,
} from './prose-messages'
import { type Counts, noCounts } from './text/counts'

/** How long nothing is typed before a text is read: nobody looks at counts and marks while they type. */
const pauseMs = 400
/** A text that is a book is read seldom: handing it over takes some milliseconds. */
const long = { characters: 500_000, pauseMs: 2000 }
/** The first reading waits until the post can be written in. */
const firstMs = 700

/** Of the system's suggestions as many are shown before the dictionaries' own. */
const mostOfSystem = 4

/** The worker as it is seen from here. */
export interface ProseWorker {
  postMessage(request: ProseRequest): void
  onmessage: ((event: MessageEvent<ProseAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

interface ReaderOptions {
  readonly start: () => ProseWorker
  readonly clock: Clock
  /** The system's own spelling: what it knows is right as well. */
  readonly system?: SystemSpelling | undefined
  /**
   * By what a text is read, given the language that its post says it is in; empty when it says none. Without
   * `languages` no spelling is checked.
   */
  readonly describe: (language: string) => {
    readonly language: string
    readonly languages: readonly string[] | undefined
  }
}

/** Of which state of the text something is. */
interface OfVersion {
  readonly version: number
}

/** What is known of the text of an open post. */
export interface OpenProse {
  /** Undefined before it was first read. */
  readonly reading: LiveValue<(ProseReading & OfVersion) | undefined>
  /** Undefined before the first check. */
  readonly findings: LiveValue<(ProseFindings & OfVersion) | undefined>
  /** Which state the text is in; each edit makes it another. */
  version(): number
  /** What stands between two places. */
  count(from: number, to: number): Promise<Counts>
  /** Keeps reading until the function that it returns is called. */
  hold(): () => void
}

interface Held {
  readonly session: DraftSession
  readonly reading: OpenProse['reading']
  readonly findings: OpenProse['findings']
  version: number
  holders: number
  stop: () => void
}

/**
 * The reader of texts, one for the window: a worker, started with the first post, that reads what is open in
 * the pauses of typing.
 */
export class ProseReader {
  readonly #options: ReaderOptions
  readonly #open = new WeakMap<DraftSession, OpenProse>()
  readonly #held = new Map<string, Held>()
  readonly #waiting = new Map<number, (answer: ProseAnswer | undefined) => void>()
  #worker: ProseWorker | undefined
  #settings: ProseSettings = { ownWords: [], silencedRules: [] }
  #calls = 0

  constructor(options: ReaderOptions) {
    this.#options = options
  }

  /** What is known of this post's text; nothing before it is held. */
  of(session: DraftSession): OpenProse {
    const known = this.#open.get(session)
    if (known !== undefined) return known
    const held: Held = {
      session,
      reading: new LiveValue<(ProseReading & OfVersion) | undefined>(undefined),
      findings: new LiveValue<(ProseFindings & OfVersion) | undefined>(undefined),
      version: 1,
      holders: 0,
      stop: () => undefined,
    }
    const open: OpenProse = {
      reading: held.reading,
      findings: held.findings,
      version: () => held.version,
      count: (from, to) => this.#count(session.id, from, to),
      hold: () => this.#hold(held),
    }
    this.#open.set(session, open)
    return open
  }

  /** Sets by what is checked; open texts are checked anew. */
  set(settings: ProseSettings): void {
    this.#settings = settings
    this.#worker?.postMessage({ kind: 'settings', settings })
  }

  /** Reads the open texts again, for what `describe` says is another. */
  readAgain(): void {
    for (const held of this.#held.values()) this.#read(held)
  }

  /** Words that may have been meant. */
  async suggest(word: string): Promise<readonly string[]> {
    const answer = await this.#ask((call) => ({ kind: 'suggest', call, word }))
    const words = answer?.kind === 'suggested' ? answer.words : []
    return [...new Set([...(this.#options.system?.suggest(word).slice(0, mostOfSystem) ?? []), ...words])]
  }

  #hold(held: Held): () => void {
    held.holders++
    if (held.holders === 1) this.#start(held)
    return () => {
      held.holders--
      if (held.holders > 0) return
      held.stop()
      this.#held.delete(held.session.id)
      this.#worker?.postMessage({ kind: 'forget', post: held.session.id })
    }
  }

  #start(held: Held): void {
    const { body } = held.session
    const { clock } = this.#options
    const read = () => this.#read(held)
    let cancel = clock.after(firstMs, read)
    const onChange = () => {
      held.version++
      cancel()
      cancel = clock.after(body.length > long.characters ? long.pauseMs : pauseMs, read)
    }
    body.observe(onChange)
    this.#held.set(held.session.id, held)
    held.stop = () => {
      cancel()
      body.unobserve(onChange)
    }
  }

  #read({ session, version }: Held): void {
    const said = session.doc.getMap('meta').get('language')
    const source = session.body.toString()
    const { describe, system } = this.#options
    const { language, languages: chosen } = describe(typeof said === 'string' ? said : '')
    const languages =
      system === undefined || chosen === undefined ? (chosen ?? []) : [...chosen, systemLanguage]
    this.#running().postMessage({ kind: 'read', post: session.id, version, source, language, languages })
  }

  async #count(post: string, from: number, to: number): Promise<Counts> {
    const answer = await this.#ask((call) => ({ kind: 'count', call, post, from, to }))
    return answer?.kind === 'counted' ? answer.counts : noCounts
  }

  #ask(request: (call: number) => ProseRequest): Promise<ProseAnswer | undefined> {
    const call = ++this.#calls
    return new Promise((resolve) => {
      this.#waiting.set(call, resolve)
      this.#running().postMessage(request(call))
    })
  }

  #running(): ProseWorker {
    if (this.#worker !== undefined) return this.#worker
    const worker = this.#options.start()
    worker.onmessage = ({ data }) => this.#take(data)
    worker.onerror = ({ message }) => {
      console.warn('The reader of texts ended; the next text starts another.', message)
      worker.terminate()
      this.#worker = undefined
      for (const resolve of this.#waiting.values()) resolve(undefined)
      this.#waiting.clear()
    }
    worker.postMessage({ kind: 'settings', settings: this.#settings })
    this.#worker = worker
    return worker
  }

  #take(answer: ProseAnswer): void {
    switch (answer.kind) {
      case 'read':
        this.#held.get(answer.post)?.reading.set({ ...answer.reading, version: answer.version })
        break
      case 'checked':
        this.#held.get(answer.post)?.findings.set({
          hints: answer.findings.hints,
          mistakes: this.#judge(answer.findings.mistakes),
          version: answer.version,
        })
        break
      case 'failed':
        console.warn(`A text could not be checked. ${answer.reason}`)
        break
      default:
        this.#waiting.get(answer.call)?.(answer)
        this.#waiting.delete(answer.call)
    }
  }

  /** Leaves out what the system knows; it is asked for each word once. */
  #judge(mistakes: readonly Mistake[]): readonly Mistake[] {
    const { system } = this.#options
    if (system === undefined) return mistakes
    const words = new Set(mistakes.map(({ word }) => word))
    const wrong = new Set([...words].filter((word) => system.isMisspelled(word)))
    return mistakes.filter(({ word }) => wrong.has(word))
  }
}
