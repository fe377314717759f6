import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { LonghandError, type SearchHit, type TextPattern } from '../../document'
import type { Library } from '../library'
import { MatchWorkers } from '../replacing/match-worker'
import type { FoundMatches } from '../replacing/post-matches'
import { indexedAtOnce } from '../upkeep'
import { closeMessage, type FindAnswer, type FindJob } from './find-job'
import type { TitleHit } from './search'

/** Finds posts without keeping the thread that a writer types on. */
export interface Finder {
  /** As `Library.search`. Throws `cancelled` once the signal aborts: whoever types asks again with each letter. */
  search(query: string, limit: number, signal?: AbortSignal): Promise<SearchHit[]>
  /** As `Library.quickOpen`, cancelled as `search`. */
  quickOpen(query: string, limit: number, signal?: AbortSignal): Promise<TitleHit[]>
  /**
   * What matches a pattern in posts outside the trash: the first `limit` matches, and how many there are. Throws
   * `bad-input` for what is no regular expression and for one that takes too long; cancelled as `search`.
   */
  matches(pattern: TextPattern, limit: number, signal?: AbortSignal): Promise<FoundMatches>
  /** Closes its connection; what was asked and not answered throws `cancelled`. */
  close(): Promise<void>
}

/** @param workerFile the built worker (`out/main/library-worker.js`); without it this thread does the work */
export function openFinder(library: Library, workerFile: string | undefined): Finder {
  return workerFile === undefined ? new FinderHere(library) : new FinderInWorker(library, workerFile)
}

class FinderHere implements Finder {
  constructor(private readonly library: Library) {}

  async search(query: string, limit: number) {
    return this.library.search(query, { limit })
  }

  async quickOpen(query: string, limit: number) {
    return this.library.quickOpen(query, limit)
  }

  async matches(pattern: TextPattern, limit: number) {
    return this.library.findMatches(pattern, limit)
  }

  async close() {
    // Nothing of its own is open.
  }
}

type Asked = FindJob & {
  readonly signal: AbortSignal | undefined
  readonly settle: (answer: FindAnswer) => void
  readonly fail: (error: unknown) => void
}

/**
 * One question is in the worker at a time and others wait here, so that a cancelled one costs nothing. The worker
 * starts with the first question and again after a failure.
 */
class FinderInWorker implements Finder {
  private worker: Worker | undefined
  private asked: Asked | undefined
  private waiting: Asked[] = []
  private lastId = 0
  private isClosed = false
  private readonly matching: MatchWorkers

  constructor(
    private readonly library: Library,
    private readonly workerFile: string,
  ) {
    this.matching = new MatchWorkers(workerFile, library.path)
  }

  async search(query: string, limit: number, signal?: AbortSignal) {
    const answer = await this.ask('search', query, limit, signal)
    return answer.kind === 'search' ? answer.hits : []
  }

  async quickOpen(query: string, limit: number, signal?: AbortSignal) {
    const answer = await this.ask('quickOpen', query, limit, signal)
    return answer.kind === 'quickOpen' ? answer.hits : []
  }

  async matches(pattern: TextPattern, limit: number, signal?: AbortSignal) {
    return this.matching.find({ pattern, limit, signal })
  }

  async close() {
    this.isClosed = true
    await this.matching.close()
    this.abandon(cancelled())
    const { worker } = this
    if (worker === undefined) return
    this.worker = undefined
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    worker.ref()
    worker.postMessage(closeMessage)
    await ended
  }

  private ask(kind: FindJob['kind'], query: string, limit: number, signal?: AbortSignal) {
    return new Promise<FindAnswer>((resolve, reject) => {
      if (signal?.aborted || this.isClosed) return reject(cancelled())
      const cancel = () => {
        this.waiting = this.waiting.filter(({ id }) => id !== asked.id)
        asked.fail(cancelled())
      }
      const end = () => signal?.removeEventListener('abort', cancel)
      const asked: Asked = {
        id: ++this.lastId,
        kind,
        query,
        limit,
        signal,
        settle: (answer) => {
          end()
          if (answer.kind !== 'failed') resolve(answer)
          else reject(new LonghandError(answer.code, answer.message, { cause: answer.cause }))
        },
        fail: (error) => {
          end()
          reject(error)
        },
      }
      signal?.addEventListener('abort', cancel, { once: true })
      this.waiting.push(asked)
      this.next()
    })
  }

  private next(): void {
    if (this.asked !== undefined) return
    this.asked = this.waiting.shift()
    if (this.asked !== undefined) void this.send(this.asked)
  }

  private async send({ id, kind, query, limit, signal, fail }: Asked): Promise<void> {
    try {
      if (kind === 'search') while (!this.library.catchUpIndex(indexedAtOnce)) await setImmediate()
      if (this.asked?.id !== id) return
      if (signal?.aborted) return this.finish(id)
      this.worker ??= this.start()
      this.worker.postMessage({ id, kind, query, limit })
    } catch (error) {
      fail(error)
      this.finish(id)
    }
  }

  private start(): Worker {
    const worker = new Worker(this.workerFile, { workerData: { libraryPath: this.library.path } })
    // An app that has nothing else to do may end.
    worker.unref()
    worker.on('message', (answer: FindAnswer) => {
      if (this.asked?.id === answer.id) this.asked.settle(answer)
      this.finish(answer.id)
    })
    worker.on('error', (cause) => {
      if (this.worker === worker) this.worker = undefined
      this.abandon(new LonghandError('io', 'The search failed. Try again in a moment.', { cause }))
    })
    return worker
  }

  private finish(id: number): void {
    if (this.asked?.id !== id) return
    this.asked = undefined
    this.next()
  }

  private abandon(error: LonghandError): void {
    const all = [...(this.asked === undefined ? [] : [this.asked]), ...this.waiting]
    this.asked = undefined
    this.waiting = []
    for (const { fail } of all) fail(error)
  }
}

const cancelled = () => new LonghandError('cancelled', 'The search was cancelled.')
