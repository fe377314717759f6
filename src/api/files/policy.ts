/** A content security policy as it stands in the header. */
type Policy = Readonly<Record<string, string>>

const write = (policy: Policy) =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')

/** What every answer carries. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/**
 * The screen: scripts, workers and fonts of the program alone. The nonce is for the style elements that
 * CodeMirror and React Aria add; what they set on elements goes through the CSSOM, which needs no permission.
 * @param socketOrigin where the screen's WebSocket goes (`ws://127.0.0.1:4321`); Electron has none
 */
export function screenPolicy(nonce: string, socketOrigin?: string): string {
  return write({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': socketOrigin === undefined ? "'self'" : `'self' ${socketOrigin}`,
    'worker-src': "'self'",
    'frame-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'object-src': "'none'",
    'frame-ancestors': "'none'",
  })
}

/**
 * The drawing board, a page of the program inside the screen: Mermaid writes style elements of its own. It can
 * run nothing but the program and reach nothing at all.
 */
export const boardPolicy = write({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
})

/**
 * The preview: the published page without a way to run anything, inside the screen alone. KaTeX places its
 * glyphs by style attributes; images may live elsewhere, as they will on the site.
 */
export const previewPolicy = write({
  'default-src': "'none'",
  'style-src': "'self'",
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' https: data:",
  'media-src': "'self' https:",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
  sandbox: 'allow-same-origin',
})

/** A file of the library or of a theme opened by itself: a page or an SVG can neither run nor fetch. */
export const assetPolicy = write({
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'media-src': "'self'",
  sandbox: '',
})
