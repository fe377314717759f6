import type { Clock } from '../app/clock'

/**
 * A pause in typing after which the page is drawn, and the longest that it waits for one. Fast typing has
 * pauses of 100 ms at most: drawing in them would make the next letter wait, and so would drawing often.
 */
const pauseMs = 120
const longestMs = 2500

export interface QueueOptions {
  readonly clock: Clock
  /** Hands the text as it is now to the renderer, who answers with `finished`. */
  readonly start: () => void
}

/**
 * When the page is rendered: never on a keystroke, soon after a pause, now and then while typing goes on;
 * and never twice at once, so that a slow rendering is followed by one of the latest text, not by all.
 */
export class RenderQueue {
  readonly #options: QueueOptions
  #cancelPause: (() => void) | undefined
  #cancelLongest: (() => void) | undefined
  #isRunning = false
  #isWanted = false

  constructor(options: QueueOptions) {
    this.#options = options
  }

  /** The text changed. */
  request(): void {
    this.#isWanted = true
    if (this.#isRunning) return
    this.#cancelPause?.()
    this.#cancelPause = this.#options.clock.after(pauseMs, () => this.#run())
    this.#cancelLongest ??= this.#options.clock.after(longestMs, () => this.#run())
  }

  /** Renders without waiting, such as when a post has just been opened. */
  requestNow(): void {
    this.#isWanted = true
    if (!this.#isRunning) this.#run()
  }

  /** The renderer answered. */
  finished(): void {
    this.#isRunning = false
    if (this.#isWanted) this.request()
  }

  close(): void {
    this.#cancelPause?.()
    this.#cancelLongest?.()
    this.#isWanted = false
  }

  #run(): void {
    this.#cancelPause?.()
    this.#cancelLongest?.()
    this.#cancelPause = undefined
    this.#cancelLongest = undefined
    this.#isWanted = false
    this.#isRunning = true
    this.#options.start()
  }
}
