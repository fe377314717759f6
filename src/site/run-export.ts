import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { LonghandError } from '../document'
import type { ExportProgress, ExportResult } from './export-site'
import { cancelMessage, type ExportJob, type WorkerMessage } from './job'
import { diskOperations } from './output/file-operations'
import { recoverOutput } from './output/open-output'

export interface RunOptions {
  /** The built worker (`out/main/site-worker.js`). */
  readonly workerFile: string
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined
  /** How long the worker may say nothing before it is stopped, ms; 60 s when left out. */
  readonly silenceMs?: number | undefined
}

/** A page holds a few megabytes at most; a theme that wants this much is ill. */
const heapMegabytes = 1024

/**
 * Exports a library in a worker thread. Aborting the signal cancels it (`cancelled`); a worker that says
 * nothing for long or wants too much memory is stopped (`theme`). Either way the old site stays. Throws what
 * `exportSite` and `openSnapshot` throw.
 */
export async function runExport(job: ExportJob, options: RunOptions): Promise<ExportResult> {
  if (options.signal?.aborted) throw cancelled()
  const worker = new Worker(options.workerFile, {
    workerData: { rendererFile: join(dirname(options.workerFile), 'site-renderer.js'), ...job },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  })
  const { threadId } = worker
  const cancel = () => worker.postMessage(cancelMessage)
  options.signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await outcome(worker, options)
  } catch (error) {
    // A worker that ended by itself has tidied up; one that was stopped could not, and its lock is this process's.
    await worker.terminate()
    if (!(error instanceof LonghandError)) {
      await recoverOutput(job.out, diskOperations, threadId)
      throw new LonghandError(
        'theme',
        `The export was stopped: ${String(error)}. What was there before is unchanged.`,
        { cause: error },
      )
    }
    throw error
  } finally {
    options.signal?.removeEventListener('abort', cancel)
  }
}

function outcome(worker: Worker, options: RunOptions): Promise<ExportResult> {
  const silenceMs = options.silenceMs ?? 60_000
  return new Promise((resolve, reject) => {
    const watch = setTimeout(() => reject(new Error(`a page took longer than ${silenceMs} ms`)), silenceMs)
    const end = (settle: () => void) => {
      clearTimeout(watch)
      settle()
    }
    worker.on('message', (message: WorkerMessage) => {
      watch.refresh()
      if (message.kind === 'progress') options.onProgress?.(message.progress)
      else if (message.kind === 'done') end(() => resolve(message.result))
      else if (message.kind === 'failed') {
        end(() => reject(new LonghandError(message.code, message.message, { cause: message.cause })))
      }
    })
    worker.on('error', (error) => end(() => reject(error)))
    worker.on('exit', () => end(() => reject(new Error('the worker ended early'))))
  })
}

const cancelled = () =>
  new LonghandError('cancelled', 'The export was cancelled. What was there before is unchanged.')
