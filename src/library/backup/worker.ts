/** The worker thread that makes backups: copying and checking a large library takes seconds of a core. */
import { parentPort, workerData } from 'node:worker_threads'
import { LonghandError } from '../../document'
import type { WorkerMessage } from './run-in-worker'
import { type BackupJob, writeBackup } from './write-backup'

/** Progress is for eyes: more than 20 messages a second only cost. */
const progressEveryMs = 50

const send = (message: WorkerMessage) => parentPort?.postMessage(message)
const stopping = new AbortController()
// The only thing that it is ever told.
parentPort?.once('message', () => stopping.abort())

const sent = { step: '', at: 0 }
writeBackup(workerData as BackupJob, {
  signal: stopping.signal,
  onProgress: (progress) => {
    if (progress.step === sent.step && Date.now() - sent.at < progressEveryMs) return
    Object.assign(sent, { step: progress.step, at: Date.now() })
    send({ kind: 'progress', progress })
  },
})
  .then((result) => send({ kind: 'done', result }))
  .catch((error: unknown) =>
    send(
      error instanceof LonghandError
        ? { kind: 'failed', code: error.code, message: error.message, cause: String(error.cause ?? '') }
        : { kind: 'failed', code: undefined, message: String(error), cause: stackOf(error) },
    ),
  )
  .finally(() => parentPort?.close())

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
