import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { LonghandError } from '../document'
import type { ExportResult } from './export-site'
import type { ExportJob } from './job'
import { diskOperations } from './output/file-operations'
import { recoverOutput } from './output/open-output'
import { cancelled, type RunningExport, type RunOptions, startExport } from './running-export'

/** Exports in worker threads; one of them is kept for a while, since what it has in mind makes the next export quick. */
export interface Exporter {
  /**
   * Exports a library. Aborting the signal cancels it (`cancelled`), which is told at once, while what it has made is
   * taken away; the next export waits for that. A worker that says nothing for long or wants too much memory is stopped
   * (`theme`). Either way the old site stays. Throws what `exportSite` and `openSnapshot` throw.
   */
  run(job: ExportJob, options?: RunOptions): Promise<ExportResult>
  /** Starts a worker for an export that is about to be asked for. */
  prepare(): void
  /** Ends what is kept, and keeps nothing any more. Exports that are running go on; it waits for cancelled ones to have tidied up. */
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
  /** Cancelled exports that are tidying up. */
  const leaving = new Set<Promise<void>>()
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
      await Promise.all(leaving)
      if (options.signal?.aborted) throw cancelled()
      const worker = letGo() ?? begin()
      worker.ref()
      const { threadId } = worker
      const { result, over } = startExport(worker, job, options)
      try {
        const done = await result
        await keep(worker)
        return done
      } catch (error) {
        const tidied = tidy(worker, threadId, job.out, over)
        if (!(error instanceof LonghandError && error.code === 'cancelled')) {
          await tidied
          throw error
        }
        // Whatever it leaves the next export finds.
        const left = tidied.catch(() => undefined).finally(() => leaving.delete(left))
        leaving.add(left)
        throw error
      }
    },
    prepare: () => void keep(begin()),
    async close() {
      isClosed = true
      await letGo()?.terminate()
      await Promise.all(leaving)
    },
  }
}

function start(workerFile: string): Worker {
  return new Worker(workerFile, {
    workerData: { rendererFile: join(dirname(workerFile), 'site-renderer.js') },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
  })
}

/** Makes the folder fit for the next export. A worker that said how it ended has tidied up; one that is stopped could not. */
async function tidy(
  worker: Worker,
  threadId: number,
  out: string,
  over: RunningExport['over'],
): Promise<void> {
  const how = await over
  await worker.terminate()
  // What it claimed is this process's.
  if (how === 'ill') await recoverOutput(out, diskOperations, threadId)
}
