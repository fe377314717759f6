import { Worker } from 'node:worker_threads'
import { LonghandError, type TextPattern } from '../../document'
import type { FindAnswer, MatchJob } from '../search/find-job'
import type { FoundMatches } from './post-matches'

/** A regular expression can take longer than anybody waits: some take years. */
const patienceMs = 10_000
/** One that nobody waits for any more may still end by itself, and its worker be used again. */
const graceMs = 1000

interface Question {
  readonly pattern: TextPattern
  readonly limit: number
  readonly signal: AbortSignal | undefined
}

/**
 * `findInPosts` in worker threads that do nothing else. One that works too long is ended: nothing else stops an expression
 * that has begun. One that has answered waits for the next question.
 */
export class MatchWorkers {
  private idle: Worker | undefined
  private readonly all = new Set<Worker>()
  private readonly closing = new AbortController()

  /** @param workerFile the built worker (`out/main/library-worker.js`) */
  constructor(
    private readonly workerFile: string,
    private readonly libraryPath: string,
  ) {}

  /** Throws `bad-input` for what is no expression, or takes too long; `cancelled` when the signal aborts. */
  find({ pattern, limit, signal }: Question): Promise<FoundMatches> {
    const signals = [this.closing.signal, ...(signal ? [signal] : [])]
    if (signals.some(({ aborted }) => aborted)) return Promise.reject(cancelled())
    const worker = this.take()
    return new Promise<FoundMatches>((resolve, reject) => {
      let timer = setTimeout(() => end(tooSlow()), patienceMs)
      const end = (error: Error) => {
        leave()
        void this.drop(worker)
        reject(error)
      }
      const cancel = () => {
        clearTimeout(timer)
        timer = setTimeout(() => end(cancelled()), graceMs)
        reject(cancelled())
      }
      const answer = (message: FindAnswer) => {
        leave()
        this.keep(worker)
        if (message.kind === 'matches') resolve(message.found)
        else if (message.kind === 'failed')
          reject(new LonghandError(message.code, message.message, { cause: message.cause }))
      }
      const fail = (cause: Error) =>
        end(new LonghandError('io', 'The search failed. Try again in a moment.', { cause }))
      const leave = () => {
        clearTimeout(timer)
        for (const each of signals) each.removeEventListener('abort', cancel)
        worker.off('message', answer).off('error', fail)
      }
      for (const each of signals) each.addEventListener('abort', cancel, { once: true })
      worker.on('message', answer).on('error', fail)
      worker.postMessage({ id: 0, kind: 'matches', pattern, limit } satisfies MatchJob)
    })
  }

  /** Ends all workers, whatever they are at. */
  async close(): Promise<void> {
    this.closing.abort()
    await Promise.all([...this.all].map((worker) => this.drop(worker)))
  }

  private take(): Worker {
    const { idle } = this
    this.idle = undefined
    if (idle !== undefined) return idle
    const worker = new Worker(this.workerFile, { workerData: { libraryPath: this.libraryPath } })
    // An app that has nothing else to do may end.
    worker.unref()
    // Also one that fails while it has nothing to do.
    worker.on('error', () => void this.drop(worker))
    this.all.add(worker)
    return worker
  }

  private keep(worker: Worker): void {
    if (this.idle === undefined && !this.closing.signal.aborted) this.idle = worker
    else void this.drop(worker)
  }

  private async drop(worker: Worker): Promise<void> {
    this.all.delete(worker)
    if (this.idle === worker) this.idle = undefined
    await worker.terminate()
  }
}

const cancelled = () => new LonghandError('cancelled', 'The search was cancelled.')
const tooSlow = () =>
  new LonghandError(
    'bad-input',
    'This expression takes too long. One with fewer repetitions in repetitions is faster.',
  )
