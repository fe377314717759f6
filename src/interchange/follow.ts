import { basename, dirname, join } from 'node:path'
import { slugify } from '../document'
import type { Library } from '../library'
import type { AssetFinder, FoundAsset } from './asset-finder'
import { isListing, type PostIndex } from './post-index'
import type { Source } from './read-source'
import type { Reference } from './reference'
import { findReferences } from './references'
import { readTarget, type Target } from './target'

export type TakenAsset = Extract<FoundAsset, { kind: 'found' }>

/** Where a reference leads. */
export type Destination =
  | {
      readonly kind: 'post'
      /** The file of the post, absolute; its slug when only the library knows it. */
      readonly key: string
      readonly slug: string
      /** `#heading`; empty without one */
      readonly fragment: string
    }
  | TakenAsset

/** The references of a post that lead somewhere, and sentences for those that should and don't. */
export interface Followed {
  readonly references: readonly Reference[]
  readonly destinations: ReadonlyMap<Reference, Destination>
  readonly cover: TakenAsset | undefined
  readonly warnings: readonly string[]
}

/** Where to look. */
export interface Surroundings {
  /** The posts of this import. */
  readonly posts: PostIndex<Source>
  readonly slugOf: (post: Source) => string
  readonly assets: AssetFinder
  /** For posts that came in with an earlier import. */
  readonly library: Library
}

/** Finds out where everything in a post leads that refers to another file. */
export async function followReferences(source: Source, around: Surroundings): Promise<Followed> {
  const references = findReferences(source.body)
  const destinations = new Map<Reference, Destination>()
  const warnings = new Set<string>()
  const folder = dirname(source.file)
  for (const reference of references) {
    const target = readTarget(reference.target)
    const post = findPost(source, reference, target, around)
    if (post !== undefined) {
      destinations.set(reference, { kind: 'post', ...post, fragment: fragmentOf(reference, target) })
      continue
    }
    const asset = await findAsset(folder, reference, target, around.assets)
    if (asset?.kind === 'found') destinations.set(reference, asset)
    else warn(reference, target, asset, warnings)
  }
  const cover = await findCover(source, folder, around.assets, warnings)
  return { references, destinations, cover, warnings: [...warnings] }
}

function findPost(source: Source, reference: Reference, target: Target, around: Surroundings) {
  if (reference.kind !== 'link' && reference.kind !== 'wikilink') return undefined
  const name = reference.target.replace(/#.*$/, '').trim()
  const post =
    reference.kind === 'link' ? around.posts.find(source, target) : around.posts.findWikilink(source, name)
  if (post !== undefined) return { key: post.file, slug: around.slugOf(post) }
  if (reference.kind === 'wikilink') return findBySlug(name, around.library)
  return target.kind === 'path' ? findEarlier(source, target.path, around.library) : undefined
}

/** A post that is not part of this import: one of its files alone was asked for. */
function findEarlier(source: Source, path: string, library: Library) {
  if (!path.startsWith('/')) {
    const file = join(dirname(source.file), path)
    const record = library.importRecord(dirname(file), basename(file))
    const post = record && library.post(record.post)
    if (post !== undefined) return { key: file, slug: post.slug }
  }
  return isListing(path) || !/(?:^|\/)[^/.]+(?:\.(?:md|html?))?\/?$/.test(path)
    ? undefined
    : findBySlug(basename(path).replace(/\.\w+$/, ''), library)
}

function findBySlug(name: string, library: Library) {
  const post = library.post(slugify(name))
  return post === undefined ? undefined : { key: post.slug, slug: post.slug }
}

/** A wikilink names a heading by its words: `[[Post#Some words]]`. */
function fragmentOf(reference: Reference, target: Target): string {
  if (reference.kind === 'wikilink') {
    const heading = /#\^?(.+)$/.exec(reference.target)?.[1]
    return heading === undefined ? '' : `#${slugify(heading)}`
  }
  return target.kind === 'none' ? '' : target.fragment
}

async function findAsset(folder: string, reference: Reference, target: Target, assets: AssetFinder) {
  if (reference.kind === 'embed') {
    return (await assets.find(folder, reference.target)) ?? (await assets.findByName(reference.target))
  }
  return target.kind === 'path' && reference.kind !== 'wikilink'
    ? assets.find(folder, target.path)
    : undefined
}

function warn(reference: Reference, target: Target, asset: FoundAsset | undefined, warnings: Set<string>) {
  const shown = reference.target.slice(0, 200)
  if (asset?.kind === 'refused') warnings.add(`“${shown}” ${asset.reason}; the reference stays as it is.`)
  else if (reference.kind === 'wikilink') {
    // `[[0]]` and `[[ -f file ]]` are code that nobody marked as such.
    if (/^\p{L}[^$="]*$/u.test(reference.target)) {
      warnings.add(`No post is called “${shown}”; the link stays as it is.`)
    }
  } else if (reference.kind === 'embed' || (target.kind === 'path' && reference.kind !== 'link')) {
    warnings.add(`“${shown}” is missing; the reference stays as it is.`)
  } else if (
    target.kind === 'name' ||
    (target.kind === 'path' && /\.(?:md|markdown|mdx)$/i.test(target.path))
  ) {
    warnings.add(`The link “${shown}” leads to no post; it stays as it is.`)
  }
}

async function findCover(source: Source, folder: string, assets: AssetFinder, warnings: Set<string>) {
  const { cover } = source.fields
  if (cover === undefined) return undefined
  const target = readTarget(cover.target)
  const asset = target.kind === 'path' ? await assets.find(folder, target.path) : undefined
  if (asset?.kind === 'found') return asset
  const why = asset?.reason ?? (target.kind === 'url' ? 'is on another machine' : 'is missing')
  warnings.add(`The cover “${cover.target.slice(0, 200)}” ${why}; the post has none.`)
  return undefined
}
