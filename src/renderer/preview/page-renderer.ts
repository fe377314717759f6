import type { RenderAnswer, Rendering, RenderRequest } from './rendering'

/**
 * The worker that renders pages, one for the window: it is large, so it starts when the first page is wanted
 * and stays. Requests are answered in order.
 */
export class PageRenderer {
  #worker: Worker | undefined
  #waiting: ((answer: RenderAnswer) => void)[] = []

  /** Renders a text. Rejects when the worker fails; the next request starts another. */
  render(source: string): Promise<Rendering> {
    this.#worker ??= this.#start()
    this.#worker.postMessage({ source } satisfies RenderRequest)
    return new Promise((resolve, reject) => {
      this.#waiting.push((answer) => {
        if (answer.kind === 'rendered') resolve(answer.rendering)
        else reject(new Error(answer.reason))
      })
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<RenderAnswer>) => this.#waiting.shift()?.(data)
    worker.onerror = ({ message }) => {
      worker.terminate()
      this.#worker = undefined
      for (const answer of this.#waiting.splice(0)) answer({ kind: 'failed', reason: message })
    }
    return worker
  }
}
