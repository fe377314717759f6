/** The export's worker thread: opens a snapshot of the library of its own, exports, and says how it went. */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { LonghandError } from '../document'
import { openSnapshot } from '../library'
import { createWarmState, type WarmState } from './build/warm-state'
import { type ExportProgress, exportSite } from './export-site'
import { cancelMessage, type ExportJob, lastStep, type WorkerMessage } from './job'

const aliveEveryMs = 5_000
/** Progress is for eyes: more than 20 messages a second only cost. */
const progressEveryMs = 50

async function run(
  job: ExportJob,
  send: (message: WorkerMessage) => void,
  signal: AbortSignal,
): Promise<void> {
  const pulse = setInterval(() => send({ kind: 'alive' }), aliveEveryMs)
  const acknowledge = () => send({ kind: 'cancelling' })
  signal.addEventListener('abort', acknowledge)
  try {
    const snapshot = openSnapshot(job.libraryPath)
    try {
      const tell = thinned((progress) => send({ kind: 'progress', progress }))
      const onProgress = (progress: ExportProgress) => {
        if (progress.step === lastStep) signal.removeEventListener('abort', acknowledge)
        tell(progress)
      }
      const warm = warmStateOf(job.libraryPath)
      const options = { ...job, rendererFile, warm, signal, onProgress }
      send({ kind: 'done', result: await exportSite(snapshot, options) })
    } finally {
      snapshot.close()
    }
  } catch (error) {
    send(failure(error))
  } finally {
    clearInterval(pulse)
  }
}

function thinned(send: (progress: ExportProgress) => void): (progress: ExportProgress) => void {
  let last = { step: '', at: 0 }
  return (progress) => {
    const at = Date.now()
    if (progress.step === last.step && at - last.at < progressEveryMs) return
    last = { step: progress.step, at }
    send(progress)
  }
}

function failure(error: unknown): WorkerMessage {
  const cause =
    error instanceof Error
      ? `${error.stack}${error.cause instanceof Error ? `\n${error.cause.stack}` : ''}`
      : String(error)
  if (error instanceof LonghandError)
    return { kind: 'failed', code: error.code, message: error.message, cause }
  return {
    kind: 'failed',
    code: 'io',
    message: 'The export failed. What was there before is unchanged.',
    cause,
  }
}

/** What is kept from one export of a library to the next. */
const warmStates = new Map<string, WarmState>()

function warmStateOf(libraryPath: string): WarmState {
  const known = warmStates.get(libraryPath)
  if (known !== undefined) return known
  const made = createWarmState(join(libraryPath, 'cache'))
  warmStates.set(libraryPath, made)
  return made
}

const { rendererFile } = (workerData ?? {}) as { rendererFile?: string }

if (parentPort !== null) {
  const port = parentPort
  let cancelling = new AbortController()
  port.on('message', (message: ExportJob | typeof cancelMessage) => {
    if (message === cancelMessage) return cancelling.abort()
    cancelling = new AbortController()
    void run(message, (said) => port.postMessage(said), cancelling.signal)
  })
}
