/** Where a shell keeps what happened. Never holds a word of a post, a token or a password. */
export interface Log {
  info(message: string): void
  /** `cause` is written with its stack. */
  error(message: string, cause?: unknown): void
}
