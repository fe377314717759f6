/** A frame: what was typed less than this ago isn't painted yet, in milliseconds. */
const frameMs = 16
/** Nobody types faster than this for long, so right after a key's paint nothing comes for a while. */
const safeMs = 40
/** After a pause of this length nobody is typing. */
const restMs = 150
/** As long as a page waits for the key that is due. */
const longestMs = 60
/** What keeps the window no longer than this is not felt by a key that comes in between. */
const lightMs = 8

/** When keys come, so that drawing a long page falls between them. */
export class KeyBeat {
  #last = Number.NEGATIVE_INFINITY
  #waiting: (() => void) | undefined

  constructor(readonly now: () => number = () => performance.now()) {}

  /** The text changed. */
  pressed(): void {
    this.#last = this.now()
    this.#waiting?.()
  }

  /**
   * When work that keeps the window busy disturbs a key least: right after the last key's paint, or in a pause;
   * where the next key is due, after that.
   * @param cost how long it keeps the window, in milliseconds
   */
  async gap(cost: number): Promise<void> {
    const since = this.now() - this.#last
    if (cost > lightMs && since > safeMs && since < restMs) await this.#next()
    const isPainted = this.now() - this.#last > frameMs
    if (!isPainted) await new Promise((resolve) => setTimeout(resolve, frameMs))
  }

  /** The next key, or else as long as is waited for it. */
  #next(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#waiting = undefined
        resolve()
      }
      const timer = setTimeout(done, longestMs)
      this.#waiting = done
    })
  }
}
