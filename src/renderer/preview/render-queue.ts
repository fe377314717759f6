import type { Clock } from '../app/clock'

/** A key's paint comes first: what it changes in the page is drawn in the frames after, in milliseconds. */
const shortestPauseMs = 24
/** While one types on and on the page is drawn this often at least, in milliseconds. */
const shortestWaitMs = 60
/** A page that takes long is drawn so much more seldom that no more than this share of the time goes into it. */
const share = 1 / 3
/** The first page of a long post costs more than any after it. */
const longestPauseMs = 400
/** Of a page that nobody sees only the figures are shown, which may come later. */
const unseen = { pauseMs: 400, waitMs: 2500 }

export interface QueueOptions {
  readonly clock: Clock
  /** Hands the text as it is now to the renderer, who answers with `finished`. */
  readonly start: () => void
  /** Whether somebody sees the page. */
  readonly isSeen: () => boolean
}

/**
 * When the page is rendered: never on a keystroke itself, right after its paint where pages are quick, after
 * a longer pause where they take longer; and never twice at once, so that a slow rendering is followed by
 * one of the latest text, not by all.
 */
export class RenderQueue {
  readonly #options: QueueOptions
  #cancelPause: (() => void) | undefined
  #cancelWait: (() => void) | undefined
  #isRunning = false
  #isWanted = false
  /** How long the window was busy with the last page, in milliseconds. */
  #cost = 0

  constructor(options: QueueOptions) {
    this.#options = options
  }

  /** The text changed. */
  request(): void {
    this.#isWanted = true
    if (this.#isRunning) return
    const { clock, isSeen } = this.#options
    const pauseMs = isSeen() ? this.#pauseMs() : unseen.pauseMs
    const waitMs = isSeen() ? Math.max(shortestWaitMs, 1.25 * pauseMs) : unseen.waitMs
    this.#cancelPause?.()
    this.#cancelPause = clock.after(pauseMs, () => this.#run())
    this.#cancelWait ??= clock.after(waitMs, () => this.#run())
  }

  #pauseMs(): number {
    return Math.min(longestPauseMs, Math.max(shortestPauseMs, this.#cost / share - this.#cost))
  }

  /** Renders without waiting, such as when a post has just been opened. */
  requestNow(): void {
    this.#isWanted = true
    if (!this.#isRunning) this.#run()
  }

  /**
   * The renderer answered.
   * @param cost how long the window was busy with showing it, in milliseconds
   */
  finished(cost = 0): void {
    this.#isRunning = false
    this.#cost = cost
    if (this.#isWanted) this.request()
  }

  close(): void {
    this.#cancelPause?.()
    this.#cancelWait?.()
    this.#isWanted = false
  }

  #run(): void {
    this.#cancelPause?.()
    this.#cancelWait?.()
    this.#cancelPause = undefined
    this.#cancelWait = undefined
    this.#isWanted = false
    this.#isRunning = true
    this.#options.start()
  }
}
