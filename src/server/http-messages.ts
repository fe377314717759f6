import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { Claims } from './access'

/** The address that was asked for; undefined when it isn't a path (a proxy's request, nonsense). */
export function requestUrl(message: IncomingMessage): URL | undefined {
  const { host } = message.headers
  if (host === undefined || !message.url?.startsWith('/')) return undefined
  try {
    return new URL(`http://${host}${message.url}`)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

export function claimsOf(message: IncomingMessage, url: URL | undefined): Claims {
  const { host, origin, cookie } = message.headers
  return { host, origin, cookie, token: url?.searchParams.get('token') ?? null }
}

/** Sends a web response. A reader who goes away in the middle is no failure. */
export async function sendResponse(response: Response, out: ServerResponse): Promise<void> {
  out.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body === null) {
    out.end()
    return
  }
  try {
    await pipeline(Readable.fromWeb(response.body as ReadableStream), out)
  } catch (error) {
    if (!out.destroyed) out.destroy()
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))
      throw error
  }
}

/** A refusal as a page that says why, with a way on for who has been let in before. */
export function refusal(status: number, reason: string): Response {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Longhand</title><p>${reason}</p><p><a href="/">Open Longhand</a></p></html>`
  return new Response(page, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  })
}
