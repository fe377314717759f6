import { useCallback, useEffect, useRef, useState } from 'react'
import type { Progress } from '../../api/contract'
import { announce } from '../app/announcer'
import { codeOf, sentenceOf } from '../app/connection'
import { useWords } from '../words/words'

/** An event of a long job: progress, and at the end its result. */
type JobEvent<Result> = ({ readonly kind: 'progress' } & Progress) | ({ readonly kind: 'done' } & Result)

type JobState<Result> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Progress | undefined }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly code: string; readonly reason: string }

export interface Job<Result> {
  readonly state: JobState<Result>
  readonly run: (start: (signal: AbortSignal) => Promise<AsyncIterable<JobEvent<Result>>>) => void
  /** Ends the job; what it promises for that case holds (an old site stays). */
  readonly cancel: () => void
}

/**
 * Runs a long call that tells its progress, can be cancelled, and ends with its dialog.
 * @param ended what is said aloud when it has come to its end
 */
export function useJob<Result>(ended: string): Job<Result> {
  const [state, setState] = useState<JobState<Result>>({ kind: 'idle' })
  const { hear } = useWords()
  const running = useRef<AbortController>(undefined)
  const run = useCallback<Job<Result>['run']>(
    (start) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      setState({ kind: 'running', progress: undefined })
      const consume = async () => {
        for await (const event of await start(controller.signal)) {
          if (controller.signal.aborted) return
          if (event.kind === 'done') {
            setState({ kind: 'done', result: event })
            announce(ended)
          } else setState({ kind: 'running', progress: event })
        }
      }
      consume().catch((error: unknown) => {
        if (controller.signal.aborted || codeOf(error) === 'cancelled') return
        setState({ kind: 'failed', code: codeOf(error), reason: hear(sentenceOf(error)) })
      })
    },
    [hear, ended],
  )
  const cancel = useCallback(() => {
    running.current?.abort()
    setState({ kind: 'cancelled' })
  }, [])
  useEffect(() => () => running.current?.abort(), [])
  return { state, run, cancel }
}
