import { LonghandError } from '../../document'
import { toCallError } from '../call-errors'
import type { Progress } from '../contract'
import { type House, openMailbox } from './house'

export interface JobControls {
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}
type JobEvent<Result> = ({ kind: 'progress' } & Progress) | ({ kind: 'done' } & Result)

/**
 * Runs a long job and streams its progress, then its result. A slow reader gets the newest progress only.
 * The job is cancelled when the caller aborts, leaves or the library closes; closing waits for its end.
 */
export function streamJob<Result extends object>(
  house: House,
  signal: AbortSignal | undefined,
  work: (controls: JobControls) => Promise<Result>,
) {
  const controller = new AbortController()
  const cancel = () =>
    controller.abort(new LonghandError('cancelled', 'Cancelled. What was there before is unchanged.'))
  const box = openMailbox<JobEvent<Result>>(house, signal, {
    onAbort: cancel,
    onClose: cancel,
    merge: (waiting, next) => (waiting.kind === 'progress' && next.kind === 'progress' ? next : undefined),
  })
  const run = async () => {
    try {
      const result = await work({
        signal: controller.signal,
        onProgress: (progress) => box.post({ kind: 'progress', ...progress }),
      })
      box.post({ kind: 'done', ...result })
      box.end()
    } catch (error) {
      const told =
        controller.signal.aborted && !(error instanceof LonghandError) ? controller.signal.reason : error
      box.fail(toCallError(told, house.log))
    }
  }
  const job = run().finally(() => house.jobs.delete(job))
  house.jobs.add(job)
  return box.events
}
