import { AsyncIteratorClass } from '@orpc/server'

export interface MailboxOptions<Event> {
  /** Joins the newest waiting event with the next, so that a slow reader gets one event instead of many. */
  readonly merge?: (waiting: Event, next: Event) => Event | undefined
  /** Runs once, when the stream is over for whatever reason. */
  readonly onClose?: () => void
}

/**
 * A stream of events that a call hands out. Events that are posted wait until they are read; reading ends
 * after `end`, throws after `fail`, and ends at once when the reader returns. Unlike a generator, a reader
 * who leaves while waiting for an event is let go.
 */
export class Mailbox<Event> {
  /** What the reader reads. */
  readonly events: AsyncIteratorClass<Event, undefined>
  readonly #options: MailboxOptions<Event>
  readonly #waiting: Event[] = []
  #wake: (() => void) | undefined
  #failure: { readonly error: unknown } | undefined
  #isOpen = true

  constructor(options: MailboxOptions<Event> = {}) {
    this.#options = options
    this.events = new AsyncIteratorClass(
      () => this.#next(),
      async () => this.#leave(),
    )
  }

  /** Posts an event; after the end it is dropped. */
  post(event: Event): void {
    if (!this.#isOpen) return
    const last = this.#waiting.at(-1)
    const merged = last === undefined ? undefined : this.#options.merge?.(last, event)
    if (merged === undefined) this.#waiting.push(event)
    else this.#waiting[this.#waiting.length - 1] = merged
    this.#wake?.()
  }

  /** No more events: what waits is still read. */
  end(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#wake?.()
    this.#options.onClose?.()
  }

  /** As `end`, but reading then throws `error`. */
  fail(error: unknown): void {
    if (!this.#isOpen) return
    this.#failure = { error }
    this.end()
  }

  async #next(): Promise<IteratorResult<Event, undefined>> {
    while (this.#waiting.length === 0 && this.#isOpen) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      this.#wake = undefined
    }
    const event = this.#waiting.shift()
    if (event !== undefined) return { done: false, value: event }
    const failure = this.#failure
    this.#failure = undefined
    if (failure) throw failure.error
    return { done: true, value: undefined }
  }

  #leave(): void {
    this.#waiting.length = 0
    this.#failure = undefined
    this.end()
  }
}
