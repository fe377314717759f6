import { createHash } from 'node:crypto'
import type { Followed } from './follow'
import type { Source } from './read-source'

/**
 * A hash over the file and everything that it brings along: when an image is replaced or the post that a
 * link means has come in, the file counts as changed.
 */
export function hashOutcome(source: Source, followed: Followed): string {
  const hash = createHash('sha256').update(source.hash)
  for (const destination of followed.destinations.values()) {
    hash.update(destination.kind === 'post' ? `post ${destination.key}\n` : `asset ${destination.hash}\n`)
  }
  return hash.update(`cover ${followed.cover?.hash ?? ''}`).digest('hex')
}
