import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Api } from '../api'
import { LonghandError } from '../document'
import { type Access, createAccess } from './access'
import { claimsOf, refusal, requestUrl, sendResponse } from './http-messages'

export interface ServerOptions {
  readonly api: Pick<Api, 'fetch' | 'upgradeWebSocket'>
  /** Left out: 4747, so that a browser remembers the screen's settings, or any free one when it is taken. */
  readonly port?: number | undefined
}

export interface BrowserShell {
  /** The address to open, with the token. */
  readonly url: string
  readonly port: number
  /** Ends every connection. The library stays open. */
  close(): Promise<void>
}

const usualPort = 4747
/** An asset of 40 MB as base64 in one message, with room for its envelope. */
const maxMessageBytes = 64 * 1024 * 1024

/** Serves the screen on 127.0.0.1. Throws `busy` or `no-permission` when the port that was named can't be had. */
export async function startServer({ api, port }: ServerOptions): Promise<BrowserShell> {
  const server = createServer()
  if (port === undefined) await listen(server, usualPort).catch(() => listen(server, 0))
  else await listen(server, port)
  const actualPort = (server.address() as AddressInfo).port
  const access = createAccess(actualPort)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes })

  server.on('request', (message, out) => {
    answer(api, access, message)
      .then((response) => sendResponse(response, out))
      .catch(() => out.destroy())
  })
  server.on('upgrade', (message, socket, head) => {
    const reason = refuseUpgrade(access, message)
    if (reason !== undefined) return refuseSocket(socket, reason)
    sockets.handleUpgrade(message, socket, head, (connection) => {
      // A broken frame or one above the limit closes the connection; the page connects again.
      connection.on('error', () => connection.terminate())
      api.upgradeWebSocket(connection)
    })
  })
  return {
    url: `http://127.0.0.1:${actualPort}/?token=${access.token}`,
    port: actualPort,
    close: async () => {
      for (const connection of sockets.clients) connection.terminate()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

/** The address with the token gives the cookie and leads to the address without; the rest needs the cookie. */
async function answer(
  api: ServerOptions['api'],
  access: Access,
  message: IncomingMessage,
): Promise<Response> {
  const url = requestUrl(message)
  const claims = claimsOf(message, url)
  const reason = access.refuseHost(claims) ?? access.refuseStranger(claims)
  if (reason !== undefined) return refusal(403, reason)
  if (url === undefined) return refusal(400, 'This is not an address of Longhand.')
  if (claims.token !== null && access.hasToken(claims.token)) {
    return new Response(null, {
      status: 303,
      headers: {
        Location: '/',
        'Set-Cookie': access.setCookie,
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      },
    })
  }
  return api.fetch(new Request(url, { method: message.method ?? 'GET' }))
}

function refuseUpgrade(access: Access, message: IncomingMessage): string | undefined {
  const url = requestUrl(message)
  const claims = claimsOf(message, url)
  if (url?.pathname !== '/rpc') return 'There is no connection to be had at this address.'
  return access.refuseHost(claims) ?? access.refuseOrigin(claims) ?? access.refuseStranger(claims)
}

function refuseSocket(socket: Duplex, reason: string): void {
  socket.on('error', () => socket.destroy())
  socket.end(
    `HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(reason)}\r\nConnection: close\r\n\r\n${reason}`,
  )
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EACCES'
          ? new LonghandError(
              'no-permission',
              `Port ${port} needs rights that you don’t have. Choose one above 1023.`,
              { cause },
            )
          : new LonghandError('busy', `Port ${port} is taken by another program. Choose another one.`, {
              cause,
            }),
      )
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail)
      resolve()
    })
  })
}
