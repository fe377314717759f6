import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { LonghandError } from '../document'
import { contentType } from './content-types'
import { systemCode, unless } from './output/file-errors'

/** A site being served for looking at. */
export interface ServedSite {
  /** `http://127.0.0.1:<port><basePath>` */
  readonly url: string
  close(): Promise<void>
}

/** A drawing that is opened by itself is a document: it may look like something, but not run or load anything. */
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

interface Found {
  readonly file: string
  readonly status: 200 | 404
}

/**
 * Serves an exported folder as a host would, on 127.0.0.1 and a port that is free: `index.html` for folders,
 * `tags.html` for `/tags`, `404.html` for what isn't there, nothing outside the folder and no hidden file. Throws `not-found` when
 * there is no folder.
 * @param basePath what the site's addresses start with: `/` or `/blog/`
 */
export async function serveSite(folder: string, basePath = '/'): Promise<ServedSite> {
  const root = await unless(['ENOENT', 'ENOTDIR'], realpath(folder), null)
  if (root === null) throw new LonghandError('not-found', `There is no exported site in ${folder}.`)
  const server = createServer((request, response) => {
    answer(root, basePath, request, response).catch(() => {
      // The browser went away, or the file did while it was being sent.
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

async function answer(
  root: string,
  basePath: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cache-Control', 'no-cache')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  // A page of another origin whose name was made to mean this machine gets nothing (DNS rebinding).
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) {
    response.writeHead(421).end()
    return
  }
  const [pathname = '/'] = (request.url ?? '/').split(/[?#]/)
  const found = await find(root, basePath, pathname)
  if (typeof found === 'string') {
    response.writeHead(308, { Location: found }).end()
    return
  }
  if (found === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found')
    return
  }
  const { size } = await stat(found.file)
  const type = contentType(found.file)
  if (type.startsWith('image/svg+xml')) response.setHeader('Content-Security-Policy', drawingPolicy)
  response.writeHead(found.status, { 'Content-Type': type, 'Content-Length': size })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(found.file), response)
}

/** The file for an address, an address to go to instead, or null when there is nothing, not even a 404 page. */
async function find(root: string, basePath: string, pathname: string): Promise<Found | string | null> {
  const inside = pathname.startsWith(basePath) ? innerPath(pathname.slice(basePath.length)) : null
  if (inside !== null) {
    const file = await fileInside(root, inside)
    if (file !== null) return { file, status: 200 }
    const page = await fileInside(root, withEnding(inside))
    if (page !== null) return pathname.endsWith('/') ? pathname.slice(0, -1) : { file: page, status: 200 }
    const index = await fileInside(root, [...inside, 'index.html'])
    if (index !== null) return pathname.endsWith('/') ? { file: index, status: 200 } : `${pathname}/`
  }
  const file = await fileInside(root, ['404.html'])
  return file && { file, status: 404 }
}

/** The file of an address without a slash at the end, on a site that has such: `/tags` → `tags.html`. */
const withEnding = (parts: readonly string[]) =>
  parts.map((part, index) => (index === parts.length - 1 ? `${part}.html` : part))

/** The parts of a path, decoded; null when one could lead elsewhere or is hidden. */
function innerPath(encoded: string): string[] | null {
  try {
    const parts = encoded.split('/').map(decodeURIComponent)
    if (parts.at(-1) === '') parts.pop()
    return parts.every((part) => part !== '' && !part.startsWith('.') && !/[/\\:\0]/.test(part))
      ? parts
      : null
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** A regular file below `root` that no link leads out of it; null otherwise. */
async function fileInside(root: string, parts: readonly string[]): Promise<string | null> {
  try {
    const file = await realpath(join(root, ...parts))
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return null
    return (await stat(file)).isFile() ? file : null
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EACCES', 'ELOOP'].includes(systemCode(error) ?? ''))
      return null
    throw error
  }
}
