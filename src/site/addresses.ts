import { type PostKind, type SiteSettings, uniqueSlug } from '../document'

/**
 * Where the site will live, and how its addresses end. A path inside the site knows nothing of either: it
 * starts with `/`, is not percent-encoded, and ends with `/` unless it names a file (`/feed.xml`).
 */
export interface SiteAddress {
  /** `https://example.org`; null while the writer has given no base URL. */
  readonly origin: string | null
  /** `/` or `/blog/`: what every link inside the site starts with. */
  readonly basePath: string
  /** `slash`: `/tags/` is `tags/index.html`, linked as `/tags/`; `none`: it is `tags.html`, linked as `/tags`. */
  readonly policy: SiteSettings['addresses']
}

/** Reads the base URL of the settings; `''` gives a site at the root of nowhere yet. */
export function siteAddress(baseUrl: string, policy: SiteSettings['addresses'] = 'slash'): SiteAddress {
  if (baseUrl === '') return { origin: null, basePath: '/', policy }
  const url = new URL(baseUrl)
  const basePath = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`
  return { origin: url.origin, basePath, policy }
}

/** What percent-encoding leaves as it is; nearly every path. */
const plain = /^[\w\-./]*$/

/** The link to a path of the site: `/posts/über/` → `/blog/posts/%C3%BCber/`. */
export function hrefOf(address: SiteAddress, path: string): string {
  const ended = address.policy === 'none' && path.endsWith('/') ? path.slice(1, -1) : path.slice(1)
  if (plain.test(ended)) return address.basePath + ended
  return address.basePath + ended.split('/').map(encodeURIComponent).join('/')
}

/** The whole URL of a path; null while there is no base URL. */
export function urlOf(address: SiteAddress, path: string): string | null {
  return address.origin === null ? null : address.origin + hrefOf(address, path)
}

/** The file in the exported folder that answers a path: `/tags/` → `tags/index.html`, or `tags.html`. */
export function fileOf(address: SiteAddress, path: string): string {
  if (!path.endsWith('/')) return path.slice(1)
  if (path === '/' || address.policy === 'slash') return `${path.slice(1)}index.html`
  return `${path.slice(1, -1)}.html`
}

export const tagPath = (slug: string) => `/tags/${slug}/`
export const seriesPath = (slug: string) => `/series/${slug}/`
/** The posts of one year; `/archive/` has them all. */
export const yearPath = (year: string) => `/archive/${year}/`
/** The n-th page of a list that begins at `first`; n counts from 1. */
export const listPath = (first: string, n: number) => (n === 1 ? first : `${first}page/${n}/`)

/** What an address of a post can be made of. `date` is as the writer wrote it: its day is that of the address. */
interface Addressed {
  readonly slug: string
  readonly date: string
  readonly kind: PostKind
}

/** First parts of the site's own addresses: a post or a page that would begin with one gets another. */
const reserved = new Set(
  'posts tags series archive author search page media assets social pagefind 404'.split(' '),
)

/** Where a post stands by the site's permalink, and a page at the root, before others are looked at (`ownPaths`). */
export function postPath(post: Addressed, permalink: string): string {
  if (post.kind === 'page') return reserved.has(post.slug) ? `/${post.slug}-page/` : `/${post.slug}/`
  const [year = '', month = '', day = ''] = post.date.slice(0, 10).split('-')
  const parts: Readonly<Record<string, string>> = { slug: post.slug, year, month, day }
  const path = permalink.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '').replace(/\/?$/, '/')
  const first = path.slice(1, path.indexOf('/', 1))
  // `/posts/` is where posts stand unless the writer says otherwise; nothing else of the site is there.
  return first === 'posts' || !reserved.has(first) ? path : `/${first}-post${path.slice(first.length + 1)}`
}

/** Disks that don't tell cases or forms of one letter apart would give two paths one file. */
export const foldPath = (path: string) => (plain.test(path) ? path : path.normalize('NFC')).toLowerCase()

/**
 * Gives each post a path of its own: of those that would have one, the first-born has it, and the others get the
 * tail of their ids to it. The same posts get the same paths in whatever order they come.
 */
export function ownPaths<Post extends { readonly id: string; readonly path: string }>(
  posts: readonly Post[],
): Post[] {
  const firstborn = new Map<string, Post>()
  for (const post of posts) {
    const folded = foldPath(post.path)
    const other = firstborn.get(folded)
    if (other === undefined || post.id < other.id) firstborn.set(folded, post)
  }
  if (firstborn.size === posts.length) return [...posts]
  const others = posts.filter((post) => firstborn.get(foldPath(post.path)) !== post)
  const given = new Map<Post, string>()
  for (const post of [...others].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const taken = (path: string) => firstborn.has(foldPath(path))
    const slug = uniqueSlug(`${post.path.slice(1, -1)}-${post.id.slice(-6)}`, (it) => taken(`/${it}/`))
    firstborn.set(foldPath(`/${slug}/`), post)
    given.set(post, `/${slug}/`)
  }
  return posts.map((post) => ({ ...post, path: given.get(post) ?? post.path }))
}

/** Decodes the percent-encoding of a link; one that is malformed stays as it is. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
