/** What a page may take where a writer waits, in ms; those of an honest theme take 1 to 100. */
const mostMs = 1000
/** A failure that came sooner is as quick the next time. */
const slowMs = 200
const mostRemembered = 50

/**
 * The limit of time for pages that are made on the thread that also saves what is typed. It counts the work of this
 * process rather than the clock alone, so that a busy machine fails no honest theme. A theme that was too slow once is not tried
 * again until it is another one: its error comes at once.
 */
export class Patience {
  readonly #lost = new Map<string, unknown>()
  #startedAt = 0
  #workBefore = 0

  /**
   * What `make` gives; it calls `check` now and then. Throws what it throws.
   * @param theme the fingerprint
   */
  make<Page>(theme: string, make: () => Page): Page {
    if (this.#lost.has(theme)) throw this.#lost.get(theme)
    this.#startedAt = performance.now()
    this.#workBefore = workMs()
    try {
      return make()
    } catch (error) {
      if (performance.now() - this.#startedAt > slowMs) this.#remember(theme, error)
      throw error
    }
  }

  /** Throws when a page has taken too long. */
  check(): void {
    if (performance.now() - this.#startedAt < mostMs || workMs() - this.#workBefore < mostMs) return
    throw new Error('template render limit exceeded')
  }

  #remember(theme: string, error: unknown): void {
    if (this.#lost.size >= mostRemembered) this.#lost.clear()
    this.#lost.set(theme, error)
  }
}

function workMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
