import { implement } from '@orpc/server'
import { type Finder, type Library, storageError } from '../../library'
import { toCallError } from '../call-errors'
import { contract } from '../contract'
import type { Log } from '../log'
import { Mailbox, type MailboxOptions } from '../mailbox'

/** What every group of calls works with. */
export interface House {
  readonly library: Library
  readonly finder: Finder
  readonly log: Log
  /** Aborts when the library closes: every stream ends, every job is cancelled. */
  readonly closing: AbortSignal
  /** Jobs under way, awaited before the library closes. */
  readonly jobs: Set<Promise<unknown>>
}

/**
 * The contract, with the one wrapper through which every call's errors go. What the disk or SQLite says is told
 * as something about the library, whichever part of it was asked.
 */
export function implementContract({ log, library }: Pick<House, 'log' | 'library'>) {
  return implement(contract).use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      throw toCallError(storageError(error, library.path), log)
    }
  })
}
export type Implementer = ReturnType<typeof implementContract>

/** A mailbox that also ends when the caller goes away or the library closes. */
export function openMailbox<Event>(
  house: House,
  signal: AbortSignal | undefined,
  options: MailboxOptions<Event> & { readonly onAbort?: () => void } = {},
): Mailbox<Event> {
  const leave = () => (options.onAbort ? options.onAbort() : mailbox.end())
  const signals = [house.closing, ...(signal ? [signal] : [])]
  const mailbox = new Mailbox<Event>({
    ...options,
    onClose: () => {
      for (const each of signals) each.removeEventListener('abort', leave)
      options.onClose?.()
    },
  })
  for (const each of signals) {
    if (each.aborted) queueMicrotask(leave)
    else each.addEventListener('abort', leave, { once: true })
  }
  return mailbox
}
