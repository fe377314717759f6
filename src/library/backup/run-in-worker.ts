import { Worker } from 'node:worker_threads'
import { type ErrorCode, LonghandError } from '../../document'
import type { BackupJob, BackupProgress, BackupResult, JobControls } from './write-backup'

/** What the worker says: progress, then once how it ended. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: BackupProgress }
  | { readonly kind: 'done'; readonly result: BackupResult }
  | {
      readonly kind: 'failed'
      readonly code: ErrorCode | undefined
      readonly message: string
      readonly cause: string
    }

/**
 * `writeBackup` in a worker thread, so that who types notices nothing of it.
 * @param workerFile the built worker (`out/main/backup-worker.js`)
 */
export function runBackupInWorker(workerFile: string) {
  return (job: BackupJob, controls: JobControls): Promise<BackupResult> => {
    const { signal, onProgress } = controls
    if (signal?.aborted)
      return Promise.reject(new LonghandError('cancelled', 'Cancelled. What was there before is unchanged.'))
    return new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { workerData: { ...job } })
      const cancel = () => worker.postMessage('cancel')
      signal?.addEventListener('abort', cancel, { once: true })
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') onProgress?.(message.progress)
        else if (message.kind === 'done') resolve(message.result)
        else reject(failureOf(message))
      })
      worker.on('error', reject)
      worker.on('exit', () => {
        signal?.removeEventListener('abort', cancel)
        reject(new Error('the worker that makes backups ended early'))
      })
    })
  }
}

function failureOf({ code, message, cause }: Extract<WorkerMessage, { kind: 'failed' }>): Error {
  return code === undefined ? new Error(message, { cause }) : new LonghandError(code, message, { cause })
}
