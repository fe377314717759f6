import type { Worker } from 'node:worker_threads'
import { LonghandError } from '../document'
import type { ExportProgress, ExportResult } from './export-site'
import { cancelMessage, type ExportJob, lastStep, type WorkerMessage } from './job'

export interface RunOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined
  /** How long the worker may say nothing before it is stopped, ms; 60 s when left out. */
  readonly silenceMs?: number | undefined
}

/** An export in a worker. A cancelled one ends for who asked before the worker has tidied up. */
export interface RunningExport {
  readonly result: Promise<ExportResult>
  /** When the worker has nothing more to do with it: `well` when it said so, `ill` when it has to be stopped. */
  readonly over: Promise<'well' | 'ill'>
}

/** How long a worker may take to hear that it is cancelled, ms: one with a page of an ill theme hears nothing. */
const hearingMs = 100

/** Tells a worker to export, and listens to it. */
export function startExport(worker: Worker, job: ExportJob, options: RunOptions): RunningExport {
  const { signal, onProgress, silenceMs = 60_000 } = options
  let resolve: (result: ExportResult) => void
  let reject: (error: unknown) => void
  const result = new Promise<ExportResult>((...settle) => {
    ;[resolve, reject] = settle
  })
  const over = new Promise<'well' | 'ill'>((settle) => {
    let step = ''
    let hearing: NodeJS.Timeout | undefined
    const silence = setTimeout(() => stop(`a page took longer than ${silenceMs} ms`), silenceMs)
    const finish = (how: 'well' | 'ill') => {
      clearTimeout(silence)
      clearTimeout(hearing)
      signal?.removeEventListener('abort', cancel)
      worker.off('message', listen).off('error', stop).off('exit', leave)
      settle(how)
    }
    const stop = (reason: unknown) => {
      reject(stopped(reason))
      finish('ill')
    }
    const leave = () => stop('the worker ended early')
    const cancel = () => {
      worker.postMessage(cancelMessage)
      hearing = setTimeout(() => {
        if (step === lastStep) return
        reject(cancelled())
        finish('ill')
      }, hearingMs)
    }
    const listen = (message: WorkerMessage) => {
      silence.refresh()
      if (message.kind === 'progress') {
        step = message.progress.step
        if (!signal?.aborted) onProgress?.(message.progress)
      } else if (message.kind === 'cancelling') {
        clearTimeout(hearing)
        reject(cancelled())
      } else if (message.kind === 'done') {
        resolve(message.result)
        finish('well')
      } else if (message.kind === 'failed') {
        reject(new LonghandError(message.code, message.message, { cause: message.cause }))
        finish('well')
      }
    }
    worker.on('message', listen).on('error', stop).on('exit', leave)
    signal?.addEventListener('abort', cancel, { once: true })
    worker.postMessage(job)
  })
  return { result, over }
}

export const cancelled = () =>
  new LonghandError('cancelled', 'The export was cancelled. What was there before is unchanged.')

const stopped = (reason: unknown) =>
  new LonghandError(
    'theme',
    `The export was stopped: ${String(reason)}. What was there before is unchanged.`,
    { cause: reason },
  )
