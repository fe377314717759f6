import type { Words } from '../../words'

/** Where a step of a job was when it was first heard of. */
interface Begun {
  /** ms */
  readonly at: number
  readonly done: number
}

/** Too little has been done before to say anything of the rest. */
const leastMs = 1000

/**
 * How long the rest of a step takes when it goes on as it has gone so far, in ms; undefined while nobody can say.
 * @param now ms, of the clock of `begun.at`
 */
export function estimateLeft(begun: Begun, now: number, done: number, total: number): number | undefined {
  const elapsed = now - begun.at
  const made = done - begun.done
  if (elapsed < leastMs || made <= 0 || total <= done) return undefined
  return (elapsed / made) * (total - done)
}

/** “about 20 s left”; in steps that one can rely on, so that it does not jump about. */
export function sayLeft(ms: number, { say }: Pick<Words, 'say'>): string {
  const seconds = ms / 1000
  if (seconds < 5) return say('a few seconds left')
  if (seconds < 60) return say('about {seconds, number} s left', { seconds: Math.ceil(seconds / 5) * 5 })
  return say('about {minutes, number} min left', { minutes: Math.ceil(seconds / 60) })
}
