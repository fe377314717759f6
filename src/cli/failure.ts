import { ORPCError } from '@orpc/client'
import { LonghandError } from '../document'

/** A failure as the command line tells it. */
export interface Failure {
  /** One of `ErrorCode`, `usage`, or `internal` for a mistake in the program. */
  readonly code: string
  readonly message: string
}

/** What to tell of an error that a command threw. */
export function toFailure(error: unknown): Failure {
  if (error instanceof LonghandError) return { code: error.code, message: error.message }
  if (error instanceof ORPCError) return { code: String(error.code), message: error.message }
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'internal', message: `Something went wrong inside Longhand: ${message}` }
}
