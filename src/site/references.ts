import type { Asset } from '../library'
import { decodePath, hrefOf, type SiteAddress } from './addresses'
import { findAnchor } from './anchors'
import { webUrl } from './escape'
import { isDrawing, type Recipe } from './images/recipe'
import { type PictureVariants, variantsOf } from './images/variants'
import type { PlannedPost, SitePlan } from './plan'
import { findPath, findPost } from './redirects'
import { nameOf, type Warnings } from './warnings'

/** A picture as a page names it; `srcset`, `sizes` and `sources` only where there are other widths and formats. */
export interface ShownImage extends Partial<Pick<PictureVariants, 'srcset' | 'sizes' | 'sources'>> {
  readonly src: string
  readonly width: number | null
  readonly height: number | null
}

/** Where a picture stands: in the text, over a post, or on its card. A diagram stands in the text as well. */
export type ShownAs = 'image' | 'diagram' | 'cover' | 'card'

/** `isStill`: it is known not to move, so that it may be shown in other widths and formats. */
export interface FoundAsset extends Asset {
  readonly isStill?: boolean
}

/** The ids in posts, by path. */
export type Anchors = ReadonlyMap<string, ReadonlySet<string>>

const scheme = /^[a-z][a-z0-9+.-]*:/i
const outsideSchemes = /^(https?|mailto|tel|sms|xmpp|matrix|magnet|geo|ftps?|ircs?|news|callto|webcal):/i
const inlineImage = /^data:image\/(png|jpeg|gif|webp|avif);/i

/**
 * Finds out where the links and images of posts lead. What leads nowhere inside the site becomes null and a
 * warning. Remembers which assets the site needs.
 */
export class References {
  /** Originals that published posts show or link to, and the logo, by path: these and no others go onto the site. */
  readonly assets = new Map<string, Asset>()
  /** What has to be made for what they show, by file: other widths and formats, and drawings without dangers. */
  readonly made = new Map<string, Recipe>()
  constructor(
    private readonly plan: SitePlan,
    /** `unreadable` is one that calls itself a picture and is none. */
    private readonly findAsset: (path: string) => FoundAsset | 'unreadable' | undefined,
    private readonly warnings: Pick<Warnings, 'add'>,
    /** The ids in the posts into which one points, by path. A link to a heading of any other stays as it is. */
    private readonly anchorsFor: (from: PlannedPost) => Anchors = () => new Map(),
    /** What the app has drawn of a diagram. */
    private readonly findDrawing: (source: string) => Asset | undefined = () => undefined,
  ) {
    const logo = plan.logo && findAsset(plan.logo.path)
    if (logo && logo !== 'unreadable') this.#need(logo)
  }

  /** The link to show for one in `from`; null when it leads nowhere, and then a warning names it as `written`. */
  link(from: PlannedPost, href: string, written = () => href): string | null {
    if (outsideSchemes.test(href) || href.startsWith('//')) return href
    const { path, query, id } = split(href)
    const target = scheme.test(href) ? null : this.#target(from, path)
    if (target === null) {
      this.warnings.add(
        `${nameOf(from)} links to “${written()}”, which isn't on the site; the link was left out.`,
      )
      return null
    }
    return hrefOf(this.plan.address, target) + query + this.#fragment(from, target, id)
  }

  /** The image to show for one in `from`; null when there is none. */
  image(from: PlannedPost, src: string, as: ShownAs = 'image'): ShownImage | null {
    if (webUrl(src) !== null || inlineImage.test(src)) return { src, width: null, height: null }
    const asset = this.#find(decodePath(src))
    if (asset === undefined || asset === 'unreadable') {
      const why = asset === undefined ? "isn't in the library" : "can't be read as a picture; it was left out"
      const what = as === 'card' ? 'cover' : as
      this.warnings.add(`${nameOf(from)} shows the ${what} “${shorten(src)}”, which ${why}.`)
      return null
    }
    const variants = variantsOf(asset, as === 'cover' || as === 'card' ? as : 'content', {
      isStill: asset.isStill === true,
      isWanted: this.plan.settings.images,
    })
    if (variants.usesOriginal) this.#need(asset)
    for (const { file, recipe } of variants.files) this.made.set(file, recipe)
    return shownAt(variants, this.plan.address)
  }

  /** What was drawn of a diagram in `from`; null when nothing was, and then its code is shown. */
  drawing(from: PlannedPost, source: string): ShownImage | null {
    const drawn = this.findDrawing(source)
    if (drawn !== undefined) return this.image(from, drawn.path, 'diagram')
    this.warnings.add(
      `${nameOf(from)} has a diagram that was never drawn; its code is shown. Open the post in the app once to draw it.`,
    )
    return null
  }

  /** Says that a link in `from` points at a heading that isn't there. */
  warnOfAnchor(from: PlannedPost, id: string): void {
    this.warnings.add(`${nameOf(from)} links to “#${id}”, which isn't on the page it leads to.`)
  }

  /** A link to a heading that isn't there leads to the page. */
  #fragment(from: PlannedPost, target: string, id: string): string {
    if (id === '') return ''
    const ids = this.anchorsFor(from).get(target)
    if (ids === undefined) return `#${id}`
    const found = findAnchor(ids, decodePath(id))
    if (found !== null) return `#${encodeURIComponent(found)}`
    this.warnOfAnchor(from, decodePath(id))
    return ''
  }

  /** The path of the site that a link without its query and fragment leads to; null when there is none. */
  #target(from: PlannedPost, encoded: string): string | null {
    if (encoded === '') return from.path
    const path = this.#withoutBase(decodePath(encoded))
    const asset = this.#find(path)
    if (typeof asset === 'object') {
      this.#need(asset)
      return `/${asset.path}`
    }
    return path.startsWith('/') ? findPath(this.plan, path) : findPost(this.plan, postName(path))
  }

  /** Root-relative links may have been written with the base path or without it. */
  #withoutBase(path: string): string {
    const base = decodePath(this.plan.address.basePath)
    return base !== '/' && path.startsWith(base) ? path.slice(base.length - 1) : path
  }

  /** Notes that an original is shown: as it is, or drawn anew. */
  #need(asset: Asset): void {
    if (isDrawing(asset)) this.made.set(asset.path, { kind: 'drawing', hash: asset.hash })
    else this.assets.set(asset.path, asset)
  }

  #find(path: string): FoundAsset | 'unreadable' | undefined {
    const name = /^(?:\.?\/)?(media\/[^/]+)$/.exec(path)?.[1]
    return name === undefined ? undefined : this.findAsset(name)
  }
}

/** The variants with their addresses as links of the site. */
function shownAt(
  { src, width, height, srcset, sizes, sources }: PictureVariants,
  address: SiteAddress,
): ShownImage {
  const shown = { src: hrefOf(address, src), width, height }
  if (srcset === '' && sources.length === 0) return shown
  const linked = (set: string) => set.replace(/(?<=^|, )\/\S+/g, (path) => hrefOf(address, path))
  return {
    ...shown,
    sizes,
    ...(srcset !== '' && { srcset: linked(srcset) }),
    sources: sources.map((source) => ({ type: source.type, srcset: linked(source.srcset) })),
  }
}

/** `./other-post.md` → `other-post`; anything else gives a name that no post has. */
function postName(path: string): string {
  return /^(?:\.\/)?([^/]+)\.md$/.exec(path)?.[1]?.normalize('NFC') ?? ''
}

function split(href: string): { path: string; query: string; id: string } {
  const match = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(href)
  return { path: match?.[1] ?? '', query: match?.[2] ?? '', id: match?.[3] ?? '' }
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
