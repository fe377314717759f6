/**
 * Every way in which Longhand can refuse or fail, as a stable code that scripts and screens rely on.
 * The `action` that a screen offers follows from the code.
 */
export type ErrorCode =
  | 'bad-input'
  | 'not-found'
  | 'not-a-library'
  | 'newer-library'
  | 'corrupt-library'
  | 'no-permission'
  | 'disk-full'
  | 'io'
  | 'busy'
  | 'not-our-folder'
  | 'cancelled'
  | 'theme'

/**
 * A failure that is told to the writer. `message` is one or two sentences: what happened, what was kept,
 * what to do. `cause` is for the log.
 */
export class LonghandError extends Error {
  override readonly name = 'LonghandError'

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }
}
