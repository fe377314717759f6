import type { Drawings } from '../drawings/drawings'
import type { Block, RenderAnswer, RenderedChange, Rendering, RenderRequest } from './rendering'

/** A page that is rendered again and again: what is unchanged in it stays the same strings. */
export class LivePage {
  #blocks: readonly Block[] = []

  /** @param number its own, so that the worker knows it from other pages */
  constructor(readonly number: number) {}

  /** What the page is now, after one more answer of the worker. */
  take({ kept, added, lines, words, drawings }: RenderedChange): Rendering {
    let next = 0
    this.#blocks = Array.from(kept, (place, index) => ({
      line: lines[index] ?? 0,
      html: (place === -1 ? added[next++] : this.#blocks[place]?.html) ?? '',
    }))
    return { blocks: this.#blocks, words, drawings }
  }
}

/**
 * The worker that renders pages, one for the window: it is large, so it starts when the first page is wanted
 * and stays. Requests are answered in order.
 */
export class PageRenderer {
  #worker: Worker | undefined
  #waiting: ((answer: RenderAnswer) => void)[] = []
  /** What the worker was told of. */
  #told = new Set<string>()
  #lastPage = 0

  constructor(readonly drawings: Drawings) {}

  /** A page that will be rendered more than once. */
  createPage(): LivePage {
    this.#lastPage++
    return new LivePage(this.#lastPage)
  }

  /**
   * Renders a text, with the drawings of its diagrams as far as there are any. Rejects when the worker fails;
   * the next request starts another.
   */
  async render(source: string, page?: LivePage): Promise<Rendering> {
    const first = await this.#ask(source, page, [])
    if (first.drawings.length === 0) return first
    await this.drawings.learn(first.drawings)
    const news = first.drawings.filter((described) => !this.#told.has(described))
    const added = news.flatMap((described) => {
      const drawing = this.drawings.get(described)
      return drawing === null ? [] : [[described, drawing] as const]
    })
    return added.length === 0 ? first : this.#ask(source, page, added)
  }

  #ask(source: string, page: LivePage | undefined, drawings: RenderRequest['drawings']): Promise<Rendering> {
    this.#worker ??= this.#start()
    for (const [described] of drawings) this.#told.add(described)
    this.#worker.postMessage({ page: page?.number, source, drawings } satisfies RenderRequest)
    return new Promise((resolve, reject) => {
      this.#waiting.push((answer) => {
        if (answer.kind === 'rendered') resolve((page ?? new LivePage(0)).take(answer.change))
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
