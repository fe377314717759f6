import { useEffect, useState, useSyncExternalStore } from 'react'

/** A value that changes often and concerns few: who shows it follows it, nothing around it is drawn again. */
export class LiveValue<Value> {
  readonly #listeners = new Set<() => void>()
  #value: Value

  constructor(value: Value) {
    this.#value = value
  }

  readonly get = (): Value => this.#value

  set(value: Value): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of [...this.#listeners]) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** The value as it is now, and again whenever it changes. */
export function useLiveValue<Value>(live: LiveValue<Value>): Value {
  return useSyncExternalStore(live.subscribe, live.get)
}

/**
 * The value once it has rested, so that nothing is drawn while it changes with every key.
 * @param restMs how long, in milliseconds
 */
export function useRestedValue<Value>(live: LiveValue<Value>, restMs = 200): Value {
  const [shown, setShown] = useState<Value>(live.get)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => setShown(live.get)
    const stop = live.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(show, restMs)
    })
    show()
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [live, restMs])
  return shown
}
