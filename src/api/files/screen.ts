import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerFile, answerText, notFound } from './answer'
import { contentType } from './content-type'
import { boardPolicy, screenPolicy } from './policy'
import { resolveInside } from './resolve-inside'

/** Where the renderer's files come from. */
export interface ScreenFiles {
  /** The folder of the build. */
  readonly folder: string
  /** The development server, which then takes the folder's place. */
  readonly url: string | undefined
}

/**
 * The page itself, with a policy of its own and a nonce that is used once. The page reads the nonce from
 * `<meta property="csp-nonce">`, where React Aria looks for it as well.
 */
export async function answerPage(files: ScreenFiles, request: Request): Promise<Response> {
  if (files.url !== undefined) return answerFromDevelopment(files.url, request)
  const nonce = randomBytes(16).toString('base64')
  const page = await readFile(join(files.folder, 'index.html'), 'utf8')
  const html = page.replace(/<head>/i, `<head><meta property="csp-nonce" nonce="${nonce}">`)
  return answerText(200, request.method === 'HEAD' ? '' : html, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': screenPolicy(nonce, socketOrigin(request)),
    'Cross-Origin-Opener-Policy': 'same-origin',
  })
}

/** A script, style or font of the page. Names in `assets/` carry a hash and never change. */
export async function answerScreenFile(
  files: ScreenFiles,
  request: Request,
  path: string,
): Promise<Response> {
  if (files.url !== undefined) return answerFromDevelopment(files.url, request)
  const file = await resolveInside(files.folder, path)
  if (file === undefined) return notFound()
  const isHashed = path.startsWith('/assets/')
  return answerFile(file, request, {
    'Content-Type': contentType(file),
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(path.endsWith('.html') && { 'Content-Security-Policy': boardPolicy }),
  })
}

/** Where the page of a browser shell opens its socket; other shells have no network. */
function socketOrigin(request: Request): string | undefined {
  const { protocol, host } = new URL(request.url)
  return protocol === 'http:' ? `ws://${host}` : undefined
}

/** Vite's answer, under our own address, so that everything else is as in the built app. Its pages have inline scripts. */
async function answerFromDevelopment(url: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const answer = await fetch(new URL(pathname + search, url), {
    headers: { Accept: request.headers.get('accept') ?? '*/*' },
  })
  const type = answer.headers.get('content-type') ?? 'application/octet-stream'
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'Content-Type': type, 'Cache-Control': 'no-store' },
  })
}
