import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countWords, type Post, type PostId, type SiteSettings, siteDefaults } from '../document'
import type { Asset, FormerAddresses, LibrarySnapshot } from '../library'

/** A library for tests, made of values alone. */
export interface SampleLibrary {
  readonly posts: readonly Post[]
  readonly settings: SiteSettings
  readonly assets: readonly Asset[]
  readonly tagDescriptions: Readonly<Record<string, string>>
  readonly formerAddresses?: ReadonlyMap<PostId, FormerAddresses>
}

const settings: SiteSettings = {
  ...siteDefaults,
  title: 'The Quiet Compiler',
  tagline: 'Notes on software that keeps its promises',
  baseUrl: 'https://example.org/blog',
  author: 'Ada Muster',
  language: 'en',
}

/** A post with every field; `n` makes its id and, newest first, its date. */
export function samplePost(n: number, fields: Partial<Post> = {}): Post {
  const body = fields.body ?? `Text of post ${n}.`
  return {
    id: `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}` as PostId,
    slug: `post-${n}`,
    title: `Post ${n}`,
    summary: '',
    date: new Date(Date.UTC(2026, 0, 100 - n)).toISOString().slice(0, 10),
    status: 'published',
    tags: [],
    words: countWords(body),
    cover: null,
    language: null,
    canonicalUrl: null,
    editedAt: Date.UTC(2026, 10, 24),
    trashedAt: null,
    kind: 'post',
    series: null,
    releasedAt: Date.UTC(2026, 10, 24),
    hasChanges: false,
    body,
    ...fields,
  }
}

export function sampleLibrary(
  posts: readonly Post[],
  fields: Partial<SiteSettings> = {},
  assets: readonly Asset[] = [],
  tagDescriptions: Readonly<Record<string, string>> = {},
): SampleLibrary {
  return { posts, settings: { ...settings, ...fields }, assets, tagDescriptions }
}

/** A snapshot of a sample; the files of its assets are written into `folder`. */
export function snapshotOf(
  { posts, settings, assets, tagDescriptions, formerAddresses = new Map() }: SampleLibrary,
  folder: string,
): LibrarySnapshot {
  mkdirSync(folder, { recursive: true })
  for (const asset of assets) writeFileSync(join(folder, asset.hash), Buffer.alloc(asset.size, 1))
  return {
    stamp: () => null,
    publishedPosts: () => posts.values(),
    published: () =>
      posts.map(({ body, ...post }) => ({ ...post, digest: `${body}\n${JSON.stringify(post)}` })),
    publishedPost: (id) => posts.find((post) => post.id === id),
    workingPost: (id) => posts.find((post) => post.id === id),
    drafts: () => [],
    relatables: () => [],
    drawing: () => undefined,
    assets: () => [...assets],
    tagDescriptions: () => tagDescriptions,
    formerAddresses: () => formerAddresses,
    site: () => settings,
    asset: (path) => assets.find((asset) => asset.path === path),
    assetFile: (asset) => join(folder, asset.hash),
    close: () => undefined,
  }
}
