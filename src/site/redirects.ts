import { addressOf, type PostId, type SiteSettings } from '../document'
import type { FormerAddresses } from '../library'
import { decodePath, fileOf, foldPath, postPath, type SiteAddress } from './addresses'

/** What a redirect leads to; a post of the plan. */
interface Standing {
  readonly id: PostId
  readonly slug: string
  readonly date: string
  readonly kind: 'post' | 'page'
  readonly path: string
}

interface Site<Post extends Standing> {
  readonly posts: readonly Post[]
  /** Every path of the site's pages and feeds. */
  readonly paths: ReadonlySet<string>
  readonly address: SiteAddress
  readonly settings: Pick<SiteSettings, 'permalink' | 'formerPermalinks'>
}

interface Redirects<Post> {
  /** By path. */
  readonly redirects: ReadonlyMap<string, Post>
  /** By slugs that they had, or will have with their next release, and no post has now. */
  readonly postByFormerSlug: ReadonlyMap<string, Post>
}

/** Folders whose files are named by what made them: nothing stood there before. */
const closed = new Set(['assets', 'media', 'pagefind', 'social'])
/** Files at the root that are not in a plan's paths. */
const rootFiles = [
  'robots.txt', 'sitemap.xml', '404.html', 'site.webmanifest', 'favicon.svg', 'favicon.ico',
  'icon-192.png', 'icon-512.png', 'apple-touch-icon.png',
  '_redirects', '_headers', 'nginx-redirects.conf',
] // biome-ignore format: a list reads better in two lines

/**
 * Where posts stood before, and where each stands now: at their former slugs and days, under former permalinks, and the
 * paths that another tool knew them by. A path that the site has for something else now leads there and nowhere else. The same for the same
 * posts in whatever order they come.
 */
export function planRedirects<Post extends Standing>(
  site: Site<Post>,
  former: ReadonlyMap<PostId, FormerAddresses>,
): Redirects<Post> {
  const redirects = new Map<string, Post>()
  const postByFormerSlug = new Map<string, Post>()
  const patterns = site.settings.formerPermalinks.filter((it) => it !== site.settings.permalink)
  if (former.size === 0 && patterns.length === 0) return { redirects, postByFormerSlug }
  const slugs = new Set(site.posts.map(({ slug }) => slug))
  const ground = new Ground()
  for (const file of rootFiles) ground.take(file)
  for (const path of site.paths) ground.take(fileOf(site.address, path))
  const born = [...site.posts].sort((a, b) => (a.id < b.id ? -1 : 1))
  const moved = born.filter(({ id }) => former.has(id))
  const leave = (path: string | null, post: Post) => {
    if (path !== null && ground.take(fileOf(site.address, path))) redirects.set(path, post)
  }
  // What was the site's own comes before paths, which are hearsay; the permalink of now before others.
  for (const post of moved) {
    for (const slug of former.get(post.id)?.slugs ?? []) {
      // One that another post has now was this post's with the tail of its id to it.
      const had = slugs.has(slug) && slug !== post.slug ? addressOf(slug, post.id, false) : slug
      leave(postPath({ ...post, slug: had }, site.settings.permalink), post)
      if (!slugs.has(slug) && !postByFormerSlug.has(slug)) postByFormerSlug.set(slug, post)
    }
  }
  for (const permalink of patterns) for (const post of born) leave(postPath(post, permalink), post)
  for (const permalink of [site.settings.permalink, ...patterns]) {
    for (const post of moved) {
      for (const standing of standingsOf(post, former.get(post.id)))
        leave(postPath(standing, permalink), post)
    }
  }
  for (const post of moved) {
    const next = former.get(post.id)?.nextSlug
    if (next !== undefined && !slugs.has(next) && !postByFormerSlug.has(next))
      postByFormerSlug.set(next, post)
    for (const alias of former.get(post.id)?.paths ?? []) leave(aliasPath(alias), post)
  }
  return { redirects, postByFormerSlug }
}

/** A post as it is and was: each slug at each day. */
function* standingsOf<Post extends Standing>(post: Post, former: FormerAddresses | undefined) {
  for (const date of [post.date, ...(former?.days ?? [])])
    for (const slug of [post.slug, ...(former?.slugs ?? [])]) yield { ...post, date, slug }
}

/** The files of a site that is being planned, so that no two get one place on a disk. */
class Ground {
  readonly #files = new Set<string>()
  readonly #folders = new Set<string>()

  /** Takes a place for a file; false when it or its folder is something else already. */
  take(file: string): boolean {
    const folded = foldPath(file)
    if (this.#files.has(folded) || this.#folders.has(folded)) return false
    const folders = [...this.#newFolders(folded)]
    if (folders.some((folder) => this.#files.has(folder))) return false
    this.#files.add(folded)
    for (const folder of folders) this.#folders.add(folder)
    return true
  }

  /** Those around a file that are not known yet; around one that is known all are. */
  *#newFolders(file: string): Generator<string> {
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      const folder = file.slice(0, end)
      if (this.#folders.has(folder)) return
      yield folder
    }
  }
}

/**
 * The path that Hugo, Zola or Jekyll mean by an alias (`/old/post/`, `old-post`, `2019/post.html`); null when no
 * static site could have it.
 */
export function aliasPath(alias: string): string | null {
  const written = /^(?:https?:\/\/[^/]+)?([^?#]*)/i.exec(alias.trim())?.[1] ?? ''
  const parts = decodePath(written)
    .normalize('NFC')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
  if (parts.at(-1) === 'index.html') parts.pop()
  if (parts.length === 0 || parts.length > 20 || !parts.every(isFileName)) return null
  if (closed.has(parts[0]?.toLowerCase() ?? '')) return null
  return `/${parts.join('/')}${/\.html?$/i.test(written) && !written.endsWith('index.html') ? '' : '/'}`
}

/** Windows has devices of these names, whatever they end with. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Whether every disk and every host takes it as the name of a file. */
function isFileName(part: string): boolean {
  const isPlain = !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}<>:"|?*\\]/u.test(part)
  const isName = isPlain && !/^\.|[. ]$/.test(part) && !device.test(part)
  return isName && new TextEncoder().encode(part).length <= 140
}

/** What of a plan says where something stands. */
interface Standings {
  readonly paths: ReadonlySet<string>
  readonly redirects: ReadonlyMap<string, { readonly path: string }>
  readonly postBySlug: ReadonlyMap<string, { readonly path: string }>
  readonly postByFormerSlug: ReadonlyMap<string, { readonly path: string }>
}

/** Where the post of a slug stands, one that it has, had, or will have; null when there is none. */
export function findPost(plan: Standings, slug: string): string | null {
  const post = plan.postBySlug.get(slug) ?? plan.postByFormerSlug.get(slug)
  return post?.path ?? null
}

/**
 * Where a link to a path of the site leads, however the site's addresses were when it was written: with or
 * without a slash at the end, at the place of a former slug, or as posts stood under another permalink
 * (`/posts/a/`, `/2026/11/a/`). Null when it leads nowhere.
 */
export function findPath(plan: Standings, path: string): string | null {
  const ended = path.endsWith('/') ? path : `${path}/`
  if (plan.paths.has(path)) return path
  if (plan.paths.has(ended)) return ended
  const moved = plan.redirects.get(path) ?? plan.redirects.get(ended)
  if (moved !== undefined) return moved.path
  const slug = /^\/(?:posts|blog|\d{4}(?:\/\d{2}){0,2})\/([^/]+)\/$/.exec(ended)?.[1]
  return slug === undefined ? null : findPost(plan, slug.normalize('NFC'))
}
