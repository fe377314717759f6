import { boardPort, boardReady, type DrawAnswer, type DrawRequest } from './drawing-messages'

/** No diagram that a page could show takes longer; the first one waits for Mermaid to load as well. */
const longestMs = 20_000

/**
 * Draws diagrams in a hidden frame, whose page loads Mermaid: it is fetched when the first diagram is to be
 * drawn. One at a time; a diagram that takes too long takes the frame with it, and the next gets another.
 */
export class DrawingBoard {
  #port: Promise<MessagePort> | undefined
  #frame: HTMLIFrameElement | undefined
  #queue: Promise<unknown> = Promise.resolve()

  /** The drawing as SVG. Rejects with Mermaid's reason for what is no diagram. */
  draw(source: string): Promise<string> {
    const drawn = this.#queue.then(() => this.#drawNow(source))
    this.#queue = drawn.catch(() => undefined)
    return drawn
  }

  async #drawNow(source: string): Promise<string> {
    const answer = await withTimeLimit(this.#ask(source), () => this.#discard())
    if (answer.kind === 'failed') throw new Error(answer.reason)
    return answer.svg
  }

  async #ask(source: string): Promise<DrawAnswer> {
    this.#port ??= this.#open()
    const port = await this.#port
    return new Promise((resolve) => {
      port.onmessage = ({ data }: MessageEvent<DrawAnswer>) => resolve(data)
      port.postMessage({ source } satisfies DrawRequest)
    })
  }

  #open(): Promise<MessagePort> {
    const frame = document.createElement('iframe')
    this.#frame = frame
    frame.src = '/drawing.html'
    frame.title = 'Drawing board'
    frame.tabIndex = -1
    frame.setAttribute('aria-hidden', 'true')
    // Out of sight and yet laid out: what is not laid out can't be measured.
    frame.style.cssText = 'position:fixed;inset:0 auto auto -3000px;width:1600px;height:1200px;border:0'
    return new Promise((resolve) => {
      const onMessage = ({ data, source }: MessageEvent) => {
        if (data !== boardReady || source !== frame.contentWindow) return
        window.removeEventListener('message', onMessage)
        const { port1, port2 } = new MessageChannel()
        frame.contentWindow?.postMessage(boardPort, window.origin, [port2])
        resolve(port1)
      }
      window.addEventListener('message', onMessage)
      document.body.append(frame)
    })
  }

  #discard(): void {
    this.#frame?.remove()
    this.#frame = undefined
    this.#port = undefined
  }
}

async function withTimeLimit<Result>(work: Promise<Result>, onLimit: () => void): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onLimit()
      reject(new Error('The diagram took too long to draw.'))
    }, longestMs)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
