import { app } from 'electron'
import type { Log } from '../api'

/**
 * Logs what nobody caught, in the main process and in the processes around it. The app goes on: what is saved
 * is on the disk, and what isn't is in the window.
 */
export function logSurprises(log: Log): void {
  process.on('uncaughtException', (error) => log.error('Nobody caught an exception.', error))
  process.on('unhandledRejection', (reason) => log.error('Nobody caught a rejection.', reason))
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log.error(`The ${type} process is gone: ${reason} (${exitCode}).`),
  )
}
