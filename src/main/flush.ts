/** How long a page may take to hand over what isn't saved; its batches are 50 ms old at most. */
const timeoutMs = 5000

/** What came of asking a page to save: a sentence why not, or null. */
export type FlushOutcome = string | null

/** Asks pages to save, and keeps their answers apart by number. */
export class Flushes {
  readonly #waiting = new Map<number, (outcome: FlushOutcome) => void>()
  #count = 0

  /** Sends the request and waits for the answer, at most five seconds. */
  request(send: (request: number) => void, limitMs = timeoutMs): Promise<FlushOutcome> {
    this.#count++
    const request = this.#count
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.answer(request, 'The window does not answer, and may hold edits that are not saved yet.'),
        limitMs,
      )
      this.#waiting.set(request, (outcome) => {
        clearTimeout(timer)
        resolve(outcome)
      })
      send(request)
    })
  }

  /** An answer; one that nobody waits for any more is dropped. */
  answer(request: number, outcome: FlushOutcome): void {
    const settle = this.#waiting.get(request)
    this.#waiting.delete(request)
    settle?.(outcome)
  }
}
