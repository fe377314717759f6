/** Time as the screen uses it, so that tests can hold it in their hands. */
export interface Clock {
  /** Calls `action` once, `delayMs` from now; the returned function calls it off. */
  after(delayMs: number, action: () => void): () => void
}

export const systemClock: Clock = {
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs)
    return () => clearTimeout(timer)
  },
}

/**
 * How long to wait before trying again: half a second, doubled with each failure, at most half a minute.
 * @param failures how often it has failed in a row, from 1
 */
export function backOffMs(failures: number): number {
  return Math.min(30_000, 500 * 2 ** Math.min(failures - 1, 10))
}
