import type { Progress } from '../api/contract'
import { LonghandError } from '../document'

type JobEvent = ({ kind: 'progress' } & Progress) | { kind: 'done' }
type Result<Event> = Omit<Extract<Event, { kind: 'done' }>, 'kind'>

/** Follows a long job: hands on its progress and returns its result. */
export async function lastEvent<Event extends JobEvent>(
  events: AsyncIterable<Event>,
  onProgress: (progress: Progress) => void,
): Promise<Result<Event>> {
  for await (const event of events) {
    if (event.kind === 'progress') {
      onProgress(event)
      continue
    }
    const { kind: _, ...result } = event as Extract<Event, { kind: 'done' }>
    return result
  }
  throw new LonghandError('cancelled', 'The job ended before it was done.')
}
