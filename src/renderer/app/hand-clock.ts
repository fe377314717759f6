import type { Clock } from './clock'

/** For tests: a clock that moves by hand. */
export function createHandClock(): { readonly clock: Clock; readonly advance: (ms: number) => void } {
  let now = 0
  let timers: { readonly at: number; readonly action: () => void }[] = []
  const clock: Clock = {
    after(delayMs, action) {
      const timer = { at: now + delayMs, action }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
  }
  /** Timers run in the order of their time, those that they set included. */
  const advance = (ms: number) => {
    const end = now + ms
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (next === undefined) break
      timers = timers.filter((timer) => timer !== next)
      now = Math.max(now, next.at)
      next.action()
    }
    now = end
  }
  return { clock, advance }
}
