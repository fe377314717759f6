/** Where the site will live. A path inside the site starts with `/`, is not percent-encoded, and knows nothing of it. */
export interface SiteAddress {
  /** `https://example.org`; null while the writer has given no base URL. */
  readonly origin: string | null
  /** `/` or `/blog/`: what every link inside the site starts with. */
  readonly basePath: string
}

/** Reads the base URL of the settings; `''` gives a site at the root of nowhere yet. */
export function siteAddress(baseUrl: string): SiteAddress {
  if (baseUrl === '') return { origin: null, basePath: '/' }
  const url = new URL(baseUrl)
  return { origin: url.origin, basePath: url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/` }
}

/** The link to a path of the site: `/posts/über/` → `/blog/posts/%C3%BCber/`. */
export function hrefOf(address: SiteAddress, path: string): string {
  return address.basePath + path.slice(1).split('/').map(encodeURIComponent).join('/')
}

/** The whole URL of a path; null while there is no base URL. */
export function urlOf(address: SiteAddress, path: string): string | null {
  return address.origin === null ? null : address.origin + hrefOf(address, path)
}

/** The file in the exported folder that answers a path: `/tags/` → `tags/index.html`. */
export function fileOf(path: string): string {
  return path.slice(1) + (path.endsWith('/') ? 'index.html' : '')
}

export const postPath = (slug: string) => `/posts/${slug}/`
export const tagPath = (slug: string) => `/tags/${slug}/`
export const seriesPath = (slug: string) => `/series/${slug}/`
/** The first parts of the site's own addresses, which a page beside the posts can't have. */
const reserved = new Set(['posts', 'tags', 'series', 'page', 'media', 'assets'])
/** A page stands at the root of the site. */
export const pagePath = (slug: string) => (reserved.has(slug) ? `/${slug}-page/` : `/${slug}/`)
/** The n-th page of a list that begins at `first`; n counts from 1. */
export const listPath = (first: string, n: number) => (n === 1 ? first : `${first}page/${n}/`)
/** Decodes the percent-encoding of a link; one that is malformed stays as it is. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
