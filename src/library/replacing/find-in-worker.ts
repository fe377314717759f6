import { Worker } from 'node:worker_threads'
import { LonghandError, type TextPattern } from '../../document'
import type { FindAnswer, MatchJob } from '../search/find-job'
import type { FoundMatches } from './post-matches'

export interface MatchQuestion {
  readonly libraryPath: string
  readonly pattern: TextPattern
  readonly limit: number
}

/** A regular expression can take longer than anybody waits: some take years. */
const patienceMs = 10_000

/**
 * `findInPosts` in a worker of its own, which is ended when a signal aborts or the expression takes too long: nothing
 * else would stop one that has begun.
 */
export function findInWorker(
  workerFile: string,
  { libraryPath, pattern, limit }: MatchQuestion,
  signals: readonly AbortSignal[],
): Promise<FoundMatches> {
  return new Promise((resolve, reject) => {
    if (signals.some(({ aborted }) => aborted)) return reject(cancelled())
    const worker = new Worker(workerFile, { workerData: { libraryPath } })
    const settle = (act: () => void) => {
      clearTimeout(timer)
      for (const signal of signals) signal.removeEventListener('abort', cancel)
      act()
      void worker.terminate()
    }
    const cancel = () => settle(() => reject(cancelled()))
    const timer = setTimeout(() => settle(() => reject(tooSlow())), patienceMs)
    for (const signal of signals) signal.addEventListener('abort', cancel, { once: true })
    worker.on('message', (answer: FindAnswer) =>
      settle(() => {
        if (answer.kind === 'matches') resolve(answer.found)
        else if (answer.kind === 'failed')
          reject(new LonghandError(answer.code, answer.message, { cause: answer.cause }))
      }),
    )
    worker.on('error', (cause) =>
      settle(() => reject(new LonghandError('io', 'The search failed. Try again in a moment.', { cause }))),
    )
    worker.postMessage({ id: 0, kind: 'matches', pattern, limit } satisfies MatchJob)
  })
}

const cancelled = () => new LonghandError('cancelled', 'The search was cancelled.')
const tooSlow = () =>
  new LonghandError(
    'bad-input',
    'This expression takes too long. One with fewer repetitions in repetitions is faster.',
  )
