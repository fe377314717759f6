import { posix } from 'node:path'
import { readFileName } from './file-name'
import type { Target } from './target'

/** What links can find a post by. */
export interface IndexedPost {
  /** Where the file lies in the folder. */
  readonly path: string
  readonly title: string
  /** The slug that the file asks for. */
  readonly slug: string
  readonly date: string | undefined
  /** Addresses that its front matter names. */
  readonly addresses: readonly string[]
}

/** Pages that list posts: `/tags/rust/` is not the post “Rust”. */
const listings = /^(?:tags?|categor(?:y|ies)|authors?|topics?|series|archives?|page|search)$/i
const markdownEnding = /\.(?:md|markdown|mdown|mdx)$/i
/** Folders that don't show in the addresses of what is in them. */
const invisible = /^(?:content|src|source|pages|_posts|_drafts|collections)$/

const clean = (text: string) => text.normalize('NFC').toLowerCase()
/** An address without slashes around it and without what servers add by themselves. */
const address = (text: string) =>
  clean(text)
    .replace(/[?#].*$/, '')
    .replace(/(?:^|\/)(?:_?index)?(?:\.html?)?\/*$/, '')
    .replace(/\.html?$/, '')
    .replace(/^\/+|\/+$/g, '')

/** Finds the post that a link means, by file, address, name or title. */
export class PostIndex<Post extends IndexedPost> {
  private readonly files = new Map<string, Post>()
  private readonly addresses = new Map<string, Post | null>()
  private readonly names = new Map<string, Post | null>()
  private readonly titles = new Map<string, Post | null>()
  private readonly homes = new Map<Post, string>()

  constructor(posts: readonly Post[]) {
    for (const post of posts) this.add(post)
  }

  /** @param from where the post with the link lies in the folder */
  find(from: Post, target: Target): Post | undefined {
    if (target.kind === 'name') return this.byName(from, target.name)
    if (target.kind === 'url') return this.addresses.get(address(target.url)) ?? undefined
    return target.kind === 'path' ? this.byPath(from, target.path) : undefined
  }

  /** `[[Other post]]` names a title, a file or a path. */
  findWikilink(from: Post, name: string): Post | undefined {
    return this.titles.get(clean(name)) ?? this.byName(from, name)
  }

  private add(post: Post): void {
    this.files.set(clean(post.path), post)
    const { stem, date } = readFileName(post.path)
    const bare = clean(post.path).replace(markdownEnding, '')
    for (const name of new Set([clean(stem), clean(post.slug), bare.split('/').at(-1) ?? ''])) {
      // The name of a bundle's file says nothing.
      if (name !== 'index') remember(this.names, name, post)
    }
    remember(this.titles, clean(post.title), post)
    const [home = ''] = this.addressesOf(post, stem, date)
    this.homes.set(post, home)
  }

  /** Notes the addresses that generators give to such a file; returns them, the likeliest first. */
  private addressesOf(post: Post, stem: string, fileDate: string | undefined): string[] {
    const folders = posix
      .dirname(post.path)
      .split('/')
      .filter((name) => name !== '.' && !invisible.test(name))
    const isBundle = /(?:^|\/)index\.[^/]+$/i.test(post.path)
    const section = (isBundle ? folders.slice(0, -1) : folders).join('/')
    const [year, month, day] = (fileDate ?? post.date ?? '').slice(0, 10).split('-')
    const prefixes = [section, [year, month, day].join('/'), [year, month].join('/'), year ?? '']
    const guesses = prefixes.flatMap((prefix) =>
      [post.slug, stem].flatMap((name) => [`${prefix}/${name}`, `${section}/${prefix}/${name}`]),
    )
    const all = [...post.addresses, ...guesses].map(address)
    for (const one of all) remember(this.addresses, one, post)
    return all
  }

  private byName(from: Post, name: string): Post | undefined {
    const plain = clean(name).replace(markdownEnding, '')
    const path = this.byFile(from, name) ?? this.byFile(from, `/${name}`)
    return path ?? this.names.get(plain.split('/').at(-1) ?? '') ?? undefined
  }

  private byPath(from: Post, path: string): Post | undefined {
    const file = this.byFile(from, path)
    if (file !== undefined || markdownEnding.test(path)) return file ?? this.byLastName(path)
    const here = `/${this.homes.get(from) ?? ''}/`
    const at = this.addresses.get(address(posix.resolve(here, path)))
    return at ?? this.byLastName(path)
  }

  private byFile(from: Post, path: string): Post | undefined {
    const joined = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from.path), path)
    const bare = clean(joined)
      .replace(/\.html?$/, '')
      .replace(/\/$/, '')
    for (const ending of ['', '.md', '.markdown', '.mdx', '.mdown', '/index.md', '/index.mdx']) {
      const found = this.files.get(bare + ending)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** The name alone decides when a path leads nowhere else and no other post has that name. */
  private byLastName(path: string): Post | undefined {
    const names = address(path).split('/')
    const last = names.at(-1)?.replace(markdownEnding, '')
    if (last === undefined || last === '' || /\.\w+$/.test(last)) return undefined
    if (isListing(path)) return undefined
    return this.names.get(last) ?? undefined
  }
}

/** Whether an address is that of a page that lists posts, or lies under one. */
export function isListing(path: string): boolean {
  return address(path)
    .split('/')
    .slice(0, -1)
    .some((name) => listings.test(name))
}

/** Two posts under one key make it mean neither. */
function remember<Post>(map: Map<string, Post | null>, key: string, post: Post): void {
  if (key === '') return
  const known = map.get(key)
  if (known === undefined) map.set(key, post)
  else if (known !== post) map.set(key, null)
}
