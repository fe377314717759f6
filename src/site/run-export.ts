import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { LonghandError } from '../document'
import type { ExportProgress, ExportResult } from './export-site'
import { cancelMessage, type ExportJob, type WorkerMessage } from './job'
import { diskOperations } from './output/file-operations'
import { recoverOutput } from './output/open-output'

export interface RunOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined
  /** How long the worker may say nothing before it is stopped, ms; 60 s when left out. */
  readonly silenceMs?: number | undefined
}

/** Exports in worker threads; one of them is kept for a while, since what it has in mind makes the next export quick. */
export interface Exporter {
  /**
   * Exports a library. Aborting the signal cancels it (`cancelled`); a worker that says nothing for long or wants
   * too much memory is stopped (`theme`). Either way the old site stays. Throws what `exportSite` and `openSnapshot`
   * throw.
   */
  run(job: ExportJob, options?: RunOptions): Promise<ExportResult>
  /** Starts a worker for an export that is about to be asked for. */
  prepare(): void
  /** Ends what is kept, and keeps nothing any more. Exports that are running go on. */
  close(): Promise<void>
}

/** A page holds a few megabytes at most; a theme that wants this much is ill. */
const heapMegabytes = 1024
/** Room for what an export makes and drops again: with less, much of it is kept for long by mistake. */
const youngMegabytes = 16
/** How long a worker is kept that has nothing to do. */
const idleMs = 60_000

/** @param workerFile the built worker (`out/main/site-worker.js`) */
export function createExporter(workerFile: string): Exporter {
  let kept: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let isClosed = false
  /** The kept one, which isn't kept any more. */
  const letGo = (): Worker | undefined => {
    clearTimeout(idle)
    const worker = kept
    kept = undefined
    return worker
  }
  const begin = (): Worker => {
    const worker = start(workerFile)
    // Whoever waits for it hears of it as well. One that fails while nobody does is nobody's loss.
    worker.on('error', () => undefined).on('exit', () => kept === worker && letGo())
    return worker
  }
  /** Several exports may end at once, and some after the exporter was closed. */
  const keep = async (worker: Worker) => {
    const spare = isClosed ? worker : letGo()
    if (!isClosed) {
      worker.unref()
      kept = worker
      idle = setTimeout(() => void letGo()?.terminate(), idleMs).unref()
    }
    await spare?.terminate()
  }
  return {
    async run(job, options = {}) {
      if (options.signal?.aborted) throw cancelled()
      const worker = letGo() ?? begin()
      worker.ref()
      const { threadId } = worker
      try {
        const result = await outcome(worker, job, options)
        await keep(worker)
        return result
      } catch (error) {
        // A worker that says what went wrong has tidied up; one that was stopped could not, and its lock is this process's.
        await worker.terminate()
        if (error instanceof LonghandError) throw error
        await recoverOutput(job.out, diskOperations, threadId)
        const sentence = `The export was stopped: ${String(error)}. What was there before is unchanged.`
        throw new LonghandError('theme', sentence, { cause: error })
      }
    },
    prepare: () => void keep(begin()),
    async close() {
      isClosed = true
      await letGo()?.terminate()
    },
  }
}

function start(workerFile: string): Worker {
  return new Worker(workerFile, {
    workerData: { rendererFile: join(dirname(workerFile), 'site-renderer.js') },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
  })
}

function outcome(worker: Worker, job: ExportJob, { signal, onProgress, silenceMs = 60_000 }: RunOptions) {
  return new Promise<ExportResult>((resolve, reject) => {
    const watch = setTimeout(() => fail(new Error(`a page took longer than ${silenceMs} ms`)), silenceMs)
    const cancel = () => worker.postMessage(cancelMessage)
    const end = () => {
      clearTimeout(watch)
      signal?.removeEventListener('abort', cancel)
      worker.off('message', listen).off('error', fail).off('exit', leave)
    }
    const fail = (error: unknown) => {
      end()
      reject(error)
    }
    const leave = () => fail(new Error('the worker ended early'))
    const listen = (message: WorkerMessage) => {
      watch.refresh()
      if (message.kind === 'progress') onProgress?.(message.progress)
      else if (message.kind === 'done') {
        end()
        resolve(message.result)
      } else if (message.kind === 'failed') {
        fail(new LonghandError(message.code, message.message, { cause: message.cause }))
      }
    }
    worker.on('message', listen).on('error', fail).on('exit', leave)
    signal?.addEventListener('abort', cancel, { once: true })
    worker.postMessage(job)
  })
}

const cancelled = () =>
  new LonghandError('cancelled', 'The export was cancelled. What was there before is unchanged.')
