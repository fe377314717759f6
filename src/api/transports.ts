import { ORPCError } from '@orpc/server'
import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import { callError } from './call-errors'
import { bytesSerializer } from './contract'
import type { Log } from './log'
import type { Router } from './router'

/**
 * The router over a MessagePort and over a WebSocket. What arrives and is no call, or names a call that
 * doesn't exist, is answered with a code and a sentence like any other failure.
 */
export function createTransports(router: Router, log: Log) {
  const options = {
    customJsonSerializers: [bytesSerializer],
    interceptors: [refuseUnknown(log)],
  }
  return { port: new PortHandler(router, options), socket: new SocketHandler(router, options) }
}

function refuseUnknown(log: Log) {
  return async <Result extends { matched: boolean }>({
    next,
    request,
  }: {
    next(): Promise<Result>
    request: { url: URL }
  }): Promise<Result> => {
    const result = await next().catch((error: unknown) => {
      if (error instanceof ORPCError) throw error
      log.error('A call could not be read.', error)
      throw callError('bad-input', 'The call could not be read.', error)
    })
    if (result.matched) return result
    throw callError('not-found', `There is no call ${request.url.pathname}.`)
  }
}
