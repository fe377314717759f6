import { backOffMs, type Clock } from '../app/clock'

/** Where the edits of a post stand. `saved` is said only when every one of them has been acknowledged. */
export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** `reason` is a sentence for the writer, `cause` the error that it is made of. */
  | { readonly kind: 'failed'; readonly reason: string; readonly cause: unknown }

export interface OutboxOptions {
  /** Commits an update; resolves once it is on the disk. */
  readonly append: (update: Uint8Array) => Promise<unknown>
  /** Makes one update of several. */
  readonly merge: (updates: Uint8Array[]) => Uint8Array
  /** Cuts an update into some of at most about so many bytes, which say the same in order. */
  readonly split: (update: Uint8Array, bytes: number) => Uint8Array[]
  /** The sentence for the writer when `append` failed. */
  readonly explain: (error: unknown) => string
  readonly clock: Clock
}

/**
 * The longest that an edit waits for company before it is sent. With the way to the library (a few ms) its
 * commit begins at most 50 ms after the key.
 */
export const gatherMs = 30
/** The most that goes together. The library takes no more than 16 MiB at once; merging adds next to nothing. */
const maxBatchBytes = 8 * 1024 * 1024

/**
 * The way of a post's edits to the library. It promises that no edit is dropped before it is acknowledged,
 * that at most one call is under way, and that the status is never ahead of the truth. An update that may
 * have arrived is sent again after a failure: the library takes a known update as nothing new.
 *
 *     add ──gather ≤ 30 ms──▶ sending ──ack──▶ saved, or the next batch
 *                               └──failure──▶ kept in front, again after a back-off or on flush()
 */
export class DraftOutbox {
  readonly #options: OutboxOptions
  readonly #listeners = new Set<() => void>()
  #waiting: Uint8Array[] = []
  #isSending = false
  #failures = 0
  #cancelTimer: (() => void) | undefined
  #status: SaveStatus = { kind: 'saved' }

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  get status(): SaveStatus {
    return this.#status
  }

  /** Calls `listener` whenever the status changed. Returns a disposer. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes an edit. Cheap: it is called on every keystroke. */
  add(update: Uint8Array): void {
    if (update.length <= maxBatchBytes) this.#waiting.push(update)
    else this.#waiting.push(...this.#options.split(update, maxBatchBytes))
    if (this.#status.kind === 'saved') this.#setStatus({ kind: 'saving' })
    if (!this.#isSending && this.#cancelTimer === undefined) this.#sendAfter(gatherMs)
  }

  /**
   * Sends what waits, at once and whatever the back-off. Resolves when all is acknowledged or an attempt
   * failed; the status then says which.
   */
  flush(): Promise<SaveStatus> {
    if (this.#status.kind === 'saved') return Promise.resolve(this.#status)
    if (!this.#isSending) this.#sendNow()
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (this.#status.kind === 'saving') return
        stop()
        resolve(this.#status)
      })
    })
  }

  #sendAfter(delayMs: number): void {
    this.#cancelTimer = this.#options.clock.after(delayMs, () => this.#sendNow())
  }

  #sendNow(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
    void this.#send()
  }

  async #send(): Promise<void> {
    const { append, merge, explain } = this.#options
    const batch = this.#waiting.splice(0, countThatFit(this.#waiting))
    this.#isSending = true
    try {
      await append(batch.length === 1 && batch[0] ? batch[0] : merge(batch))
      this.#isSending = false
      this.#failures = 0
      if (this.#waiting.length === 0) this.#setStatus({ kind: 'saved' })
      else {
        this.#setStatus({ kind: 'saving' })
        this.#sendNow()
      }
    } catch (error) {
      this.#isSending = false
      this.#waiting = [...batch, ...this.#waiting]
      this.#failures++
      this.#sendAfter(backOffMs(this.#failures))
      this.#setStatus({ kind: 'failed', reason: explain(error), cause: error })
    }
  }

  #setStatus(status: SaveStatus): void {
    // A failure is told again even if it is the same one, so that a flush that waits for it hears.
    if (status.kind === this.#status.kind && status.kind !== 'failed') return
    this.#status = status
    for (const listener of [...this.#listeners]) listener()
  }
}

/** How many of the updates go together: as many as fit, and at least one. */
function countThatFit(updates: readonly Uint8Array[]): number {
  let bytes = 0
  const tooMany = updates.findIndex((update, index) => {
    bytes += update.length
    return index > 0 && bytes > maxBatchBytes
  })
  return tooMany === -1 ? updates.length : tooMany
}
