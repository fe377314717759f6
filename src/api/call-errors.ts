import { ORPCError, ValidationError } from '@orpc/server'
import { type ErrorCode, LonghandError } from '../document'
import type { Log } from './log'

/** The HTTP status that goes with a code; scripts and screens rely on the code alone. */
const statusOf: Record<ErrorCode, number> = {
  'bad-input': 400,
  'not-found': 404,
  'not-a-library': 409,
  'newer-library': 409,
  'corrupt-library': 500,
  'no-permission': 403,
  'disk-full': 507,
  io: 500,
  busy: 503,
  'not-our-folder': 409,
  cancelled: 499,
  theme: 422,
}

/** What a screen can provoke at will tells the log nothing about the machine or the program. */
const isCallersFault = new Set<ErrorCode>(['bad-input', 'not-found', 'not-our-folder', 'cancelled', 'theme'])

/** A failure as it crosses to a screen: code and sentence, never a stack or a path out of the program. */
export function callError(
  code: ErrorCode,
  message: string,
  cause?: unknown,
): ORPCError<ErrorCode, undefined> {
  return new ORPCError(code, { status: statusOf[code], message, cause })
}

/**
 * Turns whatever a call threw into what the screen gets. A failure that Longhand knows keeps its code and
 * sentence; input that doesn't fit the schema is `bad-input`; anything else is a mistake in the program:
 * it is logged whole and told calmly.
 */
export function toCallError(error: unknown, log: Log): ORPCError<string, unknown> {
  if (error instanceof LonghandError) {
    if (!isCallersFault.has(error.code)) log.error(`${error.code}: ${error.message}`, error.cause)
    return callError(error.code, error.message, error)
  }
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST') return callError('bad-input', describeInput(error), error)
    if (error.code in statusOf) return error
  }
  log.error('A call failed unexpectedly.', error)
  return callError(
    'io',
    'Something went wrong inside Longhand. What was saved is kept; the log says more about the cause.',
    error,
  )
}

/** The first thing that is wrong with an input, as a sentence. */
function describeInput(error: ORPCError<string, unknown>): string {
  const issue = error.cause instanceof ValidationError ? error.cause.issues[0] : undefined
  if (issue === undefined) return 'The call could not be read.'
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part))
  // A call that sets fields wraps them; whoever set one knows it by its own name.
  const field = path.join('.').replace(/^fields\./, '')
  const isSentence = issue.message.endsWith('.')
  if (field === '') return isSentence ? issue.message : `The input does not fit: ${issue.message}.`
  return isSentence ? `${field}: ${issue.message}` : `${field} does not fit: ${issue.message}.`
}
