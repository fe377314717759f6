/** More than this in a minute is a crash that comes back by itself. */
const maxReloads = 3
const windowMs = 60_000

/** Says for each crash whether to load the page again; refuses when it crashed too often of late. */
export function createCrashLimit(now: () => number = Date.now): () => boolean {
  const reloads: number[] = []
  return () => {
    const time = now()
    while (reloads[0] !== undefined && time - reloads[0] > windowMs) reloads.shift()
    if (reloads.length >= maxReloads) return false
    reloads.push(time)
    return true
  }
}
