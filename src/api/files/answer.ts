import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { commonHeaders } from './policy'

/** A whole answer made of text. */
export function answerText(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: {
      ...commonHeaders,
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    },
  })
}

/** A refusal in words; it says nothing about what is on the disk. */
export const notFound = () => answerText(404, 'There is nothing at this address.')

/** A file from the disk, streamed, so that a large image is never whole in memory. */
export async function answerFile(
  file: string,
  request: Request,
  headers: Record<string, string>,
): Promise<Response> {
  const { size } = await stat(file)
  const body = request.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(file)) as ReadableStream)
  return new Response(body, { headers: { ...commonHeaders, 'Content-Length': String(size), ...headers } })
}
