import type { Clock } from '../app/clock'

export interface DeskKeeperOptions {
  /** Reads where the writer is now. */
  readonly capture: () => Uint8Array
  /** Keeps it; a failure is its own to tell. */
  readonly save: (state: Uint8Array) => Promise<void>
  readonly clock: Clock
}

/** Looked at so often: what changed is kept one to two seconds after the last change. */
const calmMs = 1000
/** One who never rests is kept up with at least so often. */
const mostWaits = 5

/**
 * Keeps where the writer is, a while after it changed and never while a key is handled: `changed` only
 * remembers that something did.
 */
export class DeskKeeper {
  readonly #options: DeskKeeperOptions
  #isDirty = false
  #hasChanged = false
  #waits = 0
  #cancelTimer: (() => void) | undefined

  constructor(options: DeskKeeperOptions) {
    this.#options = options
  }

  changed(): void {
    this.#isDirty = true
    this.#hasChanged = true
    this.#cancelTimer ??= this.#options.clock.after(calmMs, () => this.#look())
  }

  /** Keeps what changed at once: the writer leaves. */
  async saveNow(): Promise<void> {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
    this.#waits = 0
    if (!this.#isDirty) return
    this.#isDirty = false
    await this.#options.save(this.#options.capture())
  }

  #look(): void {
    this.#cancelTimer = undefined
    if (this.#hasChanged && this.#waits < mostWaits) {
      this.#hasChanged = false
      this.#waits++
      this.#cancelTimer = this.#options.clock.after(calmMs, () => this.#look())
    } else void this.saveNow()
  }
}
