/** From where an embed may load, once its link was clicked: hosts that set no cookie before a video plays. */
const frames = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com']

/**
 * What a page may load: the site's own styles and its theme's script, pictures and films from the web, and a
 * video that a reader asked for. Whatever text found its way into a page, it can't run or load anything, nor send it elsewhere.
 * @param search the search page reads its index by a WebAssembly module
 */
export function contentPolicy({ search }: { readonly search: boolean }): string {
  return [
    "default-src 'none'",
    `script-src 'self'${search ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' https: http: data:",
    "media-src 'self' https: http:",
    `frame-src ${frames.join(' ')}`,
    "manifest-src 'self'",
    // The search reads its index; and who judges a site asks for its robots.txt from within a page.
    "connect-src 'self'",
    ...(search ? ["worker-src 'self'"] : []),
    "base-uri 'none'",
    `form-action ${search ? "'self'" : "'none'"}`,
  ].join('; ')
}
