import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerFile, answerText, notFound } from './answer'
import { contentType } from './content-type'
import { screenPolicy } from './policy'
import { resolveInside } from './resolve-inside'

/** Where the renderer's files come from: the folder of the build. */
export interface ScreenFiles {
  readonly folder: string
}

/**
 * The page itself, with a policy of its own and a nonce that is used once. The page reads the nonce from
 * `<meta property="csp-nonce">`, where React Aria looks for it as well.
 */
export async function answerPage({ folder }: ScreenFiles, request: Request): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const html = page.replace(/<head>/i, `<head><meta property="csp-nonce" nonce="${nonce}">`)
  return answerText(200, request.method === 'HEAD' ? '' : html, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': screenPolicy(nonce, socketOrigin(request)),
    'Cross-Origin-Opener-Policy': 'same-origin',
  })
}

/** A script, style or font of the page. Names in `assets/` carry a hash and never change. */
export async function answerScreenFile(
  { folder }: ScreenFiles,
  request: Request,
  path: string,
): Promise<Response> {
  const file = await resolveInside(folder, path)
  if (file === undefined) return notFound()
  const isHashed = path.startsWith('/assets/')
  return answerFile(file, request, {
    'Content-Type': contentType(file),
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
}

/** Where the page of a browser shell opens its socket; other shells have no network. */
function socketOrigin(request: Request): string | undefined {
  const { protocol, host } = new URL(request.url)
  return protocol === 'http:' ? `ws://${host}` : undefined
}
