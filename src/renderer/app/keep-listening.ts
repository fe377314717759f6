import { backOffMs, type Clock } from './clock'

export interface ListenOptions<Item> {
  /** Opens the stream, from where the last item left off. */
  readonly open: (signal: AbortSignal) => Promise<AsyncIterable<Item>>
  readonly onItem: (item: Item) => void
  /** Ends the listening. */
  readonly signal: AbortSignal
  readonly clock: Clock
  /** Calls back when the connection is there again, so that nobody waits out a back-off. Returns a disposer. */
  readonly onReconnect: (listener: () => void) => () => void
}

/**
 * Listens to a stream for as long as the signal allows, and opens it again whenever it breaks or ends.
 * Resolves when the signal aborts; never rejects.
 */
export async function keepListening<Item>(options: ListenOptions<Item>): Promise<void> {
  const { open, onItem, signal } = options
  let failures = 0
  while (!signal.aborted) {
    try {
      for await (const item of await open(signal)) {
        if (signal.aborted) return
        failures = 0
        onItem(item)
      }
      failures++
    } catch {
      // Why it broke doesn't matter here: the connection itself tells the writer when it is gone.
      failures++
    }
    if (!signal.aborted) await pause(backOffMs(failures), options)
  }
}

function pause(
  delayMs: number,
  { signal, clock, onReconnect }: Pick<ListenOptions<unknown>, 'signal' | 'clock' | 'onReconnect'>,
): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancelTimer()
      stopReconnect()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const cancelTimer = clock.after(delayMs, end)
    const stopReconnect = onReconnect(end)
    signal.addEventListener('abort', end)
  })
}
