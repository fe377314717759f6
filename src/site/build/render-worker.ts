/** A thread that renders pages for `renderInThreads`. */
import { workerData } from 'node:worker_threads'
import { LonghandError } from '../../document'
import { type RenderTask, renderTask } from './renderers'
import { SiteRenderer, type SiteSetup } from './site-renderer'

const site = new SiteRenderer(workerData as SiteSetup)

/** Errors of ours would lose their code on the way to another thread. */
export default function render(task: RenderTask) {
  try {
    return { result: renderTask(site, task) }
  } catch (error) {
    if (!(error instanceof LonghandError)) throw error
    return { code: error.code, message: error.message, cause: String(error.cause) }
  }
}
