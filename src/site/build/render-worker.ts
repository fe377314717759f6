/** A thread that renders pages for `renderInThreads`. */
import { workerData } from 'node:worker_threads'
import { LonghandError } from '../../document'
import { type RenderAnswer, type RenderTask, renderTask } from './renderers'
import { SiteRenderer, type SiteSetup } from './site-renderer'

const site = new SiteRenderer(workerData as SiteSetup)

export default function render(task: RenderTask): RenderAnswer {
  try {
    return { result: renderTask(site, task) }
  } catch (error) {
    if (!(error instanceof LonghandError)) throw error
    return { code: error.code, message: error.message, cause: String(error.cause) }
  }
}
