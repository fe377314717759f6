import type { Drawings } from '../drawings/drawings'
import type { RenderAnswer, Rendering, RenderRequest } from './rendering'

/**
 * The worker that renders pages, one for the window: it is large, so it starts when the first page is wanted
 * and stays. Requests are answered in order.
 */
export class PageRenderer {
  #worker: Worker | undefined
  #waiting: ((answer: RenderAnswer) => void)[] = []
  /** What the worker was told of. */
  #told = new Set<string>()

  constructor(readonly drawings: Drawings) {}

  /**
   * Renders a text, with the drawings of its diagrams as far as there are any. Rejects when the worker fails;
   * the next request starts another.
   */
  async render(source: string): Promise<Rendering> {
    const first = await this.#ask(source, [])
    await this.drawings.learn(first.drawings)
    const news = first.drawings.filter((described) => !this.#told.has(described))
    const added = news.flatMap((described) => {
      const drawing = this.drawings.get(described)
      return drawing === null ? [] : [[described, drawing] as const]
    })
    return added.length === 0 ? first : this.#ask(source, added)
  }

  #ask(source: string, drawings: RenderRequest['drawings']): Promise<Rendering> {
    this.#worker ??= this.#start()
    for (const [described] of drawings) this.#told.add(described)
    this.#worker.postMessage({ source, drawings } satisfies RenderRequest)
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
      this.#told = new Set()
      for (const answer of this.#waiting.splice(0)) answer({ kind: 'failed', reason: message })
    }
    return worker
  }
}
