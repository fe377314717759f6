/** Chromium knows of keys that wait while a task runs; its types are not in the standard library yet. */
interface Scheduling {
  isInputPending?(): boolean
}

/** Lets keys that are already waiting be heard first. */
export async function whenNoKeyWaits(): Promise<void> {
  const { scheduling } = navigator as Navigator & { scheduling?: Scheduling }
  // A key that is held down must not hold up the page for ever.
  for (let attempts = 0; attempts < 5 && scheduling?.isInputPending?.(); attempts++) {
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

/** A window that isn't painted, such as one behind others, must not be waited for. */
const longestFrameMs = 250

/**
 * Does `work`, which changes what is on screen, and resolves after the paint that shows it.
 * @returns how long the window was busy with both, in milliseconds
 */
export function workAndPaint(work: () => void): Promise<number> {
  const start = performance.now()
  work()
  const worked = performance.now() - start
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(worked), longestFrameMs)
    requestAnimationFrame(() => {
      const frame = performance.now()
      const { port1, port2 } = new MessageChannel()
      // A frame's callbacks run before its paint; a message sent from one arrives after.
      port1.onmessage = () => {
        clearTimeout(giveUp)
        port1.close()
        resolve(worked + performance.now() - frame)
      }
      port2.postMessage(null)
    })
  })
}
