import type { Asset } from '../../library'
import { decodePath, urlOf } from '../addresses'
import { findAnchor } from '../anchors'
import { webUrl } from '../escape'
import type { PlannedPost, SitePlan } from '../plan'
import type { References } from '../references'
import type { ImageFact, LinkFact, PostFacts } from './facts'
import type { Finding } from './finding'
import { checkHeadings } from './headings'

/** The site around a post, as far as a check of the post asks for it. */
export interface CheckedSite {
  readonly plan: SitePlan
  readonly references: References
  /** An original whose file is there. */
  asset(path: string): Asset | undefined
  /** The places in a post that a link may point at; undefined when it isn’t on the site. */
  idsOf(post: PlannedPost): ReadonlySet<string> | undefined
  /** The title of the draft that has a slug; undefined when none has. */
  draftAt(slug: string): string | undefined
  /** The post on the site that a link leads to: `/blog/posts/a/`, without query and fragment. */
  postAt(href: string): PlannedPost | undefined
}

/** What a check says of a post; where it is, is added. */
type PostFinding = Omit<Finding, 'post'>

/** Longer pages keep readers waiting on a phone: 200 kB of HTML alone are a second on a slow line. */
const maxPageBytes = 200_000
const maxImages = 50
const maxImageBytes = 2 * 1024 * 1024
/** The widest screens have some 6,000 pixels across. */
const maxImagePixels = 6000

/** Everything that a post by itself and its links into the site give reason to say, in the order of its text. */
export function checkPost(post: PlannedPost, facts: PostFacts, site: CheckedSite): Finding[] {
  const named = { id: post.id, slug: post.slug, title: post.title }
  const inText = [
    ...facts.links.flatMap((link) => [...checkLink(post, link, facts, site)]),
    ...facts.images.flatMap((image) => [...checkImage(post, image, site)]),
    ...checkHeadings(facts.headings),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const all = [...checkFields(post, site), ...inText, ...checkBudget(facts)]
  return withoutRepetition(all).map((finding) => ({ ...finding, post: named }))
}

function* checkFields(post: PlannedPost, site: CheckedSite): Generator<PostFinding> {
  if (post.title.trim() === '') {
    yield {
      code: 'missing-title',
      severity: 'warning',
      message: 'It has no title.',
      fix: 'Give it a title: lists, feeds and search engines show nothing else of it.',
    }
  }
  if (post.summary.trim() === '') {
    yield {
      code: 'empty-summary',
      severity: 'note',
      message: 'It has no summary.',
      fix: 'Write one or two sentences; until then the beginning of the text stands in.',
    }
  }
  const { cover } = post
  if (cover !== null && site.references.image(post, cover) === null) {
    yield {
      code: 'missing-image',
      severity: 'error',
      message: `Its cover “${cover}” isn’t in the library.`,
      fix: 'Choose the cover anew, or take it away.',
    }
  }
  yield* checkCanonical(post, site)
  yield* checkSlug(post, site)
}

function* checkCanonical(post: PlannedPost, { plan }: CheckedSite): Generator<PostFinding> {
  if (post.canonicalUrl === null) return
  const url = webUrl(post.canonicalUrl)
  if (url === null) {
    yield {
      code: 'canonical',
      severity: 'error',
      message: `Its canonical address “${post.canonicalUrl}” is no web address.`,
      fix: 'Write where it first appeared, beginning with https://, or leave it empty.',
    }
    return
  }
  const home = urlOf(plan.address, '/')
  if (home !== null && url.startsWith(home) && url !== urlOf(plan.address, post.path)) {
    yield {
      code: 'canonical',
      severity: 'warning',
      message: `Its canonical address is another page of this site, ${url}: search engines will leave it out.`,
      fix: 'Leave the canonical address empty; it is for posts that first appeared elsewhere.',
    }
  }
}

function* checkSlug(post: PlannedPost, { plan }: CheckedSite): Generator<PostFinding> {
  const tail = `-${post.id.slice(-6)}`
  const wanted = post.slug.endsWith(tail) ? post.slug.slice(0, -tail.length) : ''
  const owner = plan.postBySlug.get(wanted)
  if (owner === undefined) return
  yield {
    code: 'same-slug',
    severity: 'warning',
    message: `It wants the slug “${wanted}” of “${owner.title}” and stands at ${post.path} instead.`,
    fix: 'Give one of the two another slug.',
  }
}

function* checkLink(
  post: PlannedPost,
  { href, line }: LinkFact,
  facts: PostFacts,
  site: CheckedSite,
): Generator<PostFinding> {
  if (href.startsWith('#')) {
    if (findAnchor(facts.ids, href.slice(1)) === null) yield deadAnchor(href, line, 'this post')
    return
  }
  if (/^http:\/\//i.test(href) && !isOwnMachine(href)) {
    yield {
      code: 'insecure-link',
      severity: 'note',
      line,
      message: `It links to ${href}, which isn’t encrypted.`,
      fix: 'Try the address with https://; nearly every site has it.',
    }
  }
  const target = site.references.link(post, href)
  if (target === null) {
    yield deadLink(href, line, site)
    return
  }
  const [, path = '', id = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(target) ?? []
  const other = id === '' ? undefined : site.postAt(path)
  const ids = other && (other.id === post.id ? facts.ids : site.idsOf(other))
  if (other !== undefined && ids !== undefined && findAnchor(ids, decodePath(id)) === null) {
    yield deadAnchor(href, line, `“${other.title}”`)
  }
}

function deadLink(href: string, line: number, { draftAt }: CheckedSite): PostFinding {
  const slug = /^(?:\.?\/)?([^/?#]+)\.md(?:[?#]|$)/.exec(href)?.[1]?.normalize('NFC')
  const draft = slug === undefined ? undefined : draftAt(slug)
  return {
    code: 'dead-link',
    severity: 'error',
    line,
    message: `It links to ${draft === undefined ? `“${href}”, which isn’t on the site` : `the draft “${draft}”`}; readers see the text without the link.`,
    fix:
      draft === undefined
        ? 'Correct the address, or take the link out.'
        : `Publish “${draft}”, or take the link out.`,
  }
}

const deadAnchor = (href: string, line: number, where: string): PostFinding => ({
  code: 'dead-anchor',
  severity: 'warning',
  line,
  message: `It links to “${href}”, but ${where} has no such heading.`,
  fix: 'Correct what follows the #: a heading in lower case with hyphens for spaces.',
})

const isOwnMachine = (href: string) =>
  /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]|[^/]*\.(local|test|example|invalid))([:/]|$)/i.test(href)

function* checkImage(
  post: PlannedPost,
  { src, isDescribed, line }: ImageFact,
  site: CheckedSite,
): Generator<PostFinding> {
  if (site.references.image(post, src) === null) {
    yield {
      code: 'missing-image',
      severity: 'error',
      line,
      message: `It shows “${src}”, which isn’t in the library.`,
      fix: 'Add the picture again, or take it out.',
    }
    return
  }
  if (!isDescribed) {
    yield {
      code: 'missing-alt',
      severity: 'warning',
      line,
      message: `Nothing says what “${src}” shows to those who can't see it.`,
      fix: 'Describe it in the square brackets: ![A description](…).',
    }
  }
  if (/^http:\/\//i.test(src)) {
    yield {
      code: 'insecure-link',
      severity: 'warning',
      line,
      message: `It shows ${src}, which isn’t encrypted: browsers may leave it out of an encrypted page.`,
      fix: 'Add the picture to the library, or try the address with https://.',
    }
  }
  yield* checkImageSize(src, line, site)
}

function* checkImageSize(src: string, line: number, site: CheckedSite): Generator<PostFinding> {
  const asset = site.asset(decodePath(src).replace(/^\.?\//, ''))
  if (asset === undefined || !asset.type.startsWith('image/')) return
  const pixels = Math.max(asset.width ?? 0, asset.height ?? 0)
  if (asset.size <= maxImageBytes && pixels <= maxImagePixels) return
  const size = `${(asset.size / 1024 / 1024).toFixed(1)} MB`
  yield {
    code: 'large-image',
    severity: 'note',
    line,
    message: `“${src}” is large: ${asset.width === null ? size : `${asset.width} × ${asset.height} pixels, ${size}`}.`,
    fix: 'Replace it with a smaller one; pages show at most 2,000 pixels of it.',
  }
}

function* checkBudget(facts: PostFacts): Generator<PostFinding> {
  if (facts.bytes > maxPageBytes) {
    yield {
      code: 'large-page',
      severity: 'warning',
      message: `Its page has ${Math.round(facts.bytes / 1000)} kB of HTML; ${maxPageBytes / 1000} kB are what a phone loads in a second.`,
      fix: 'Part it in a series, or put long listings elsewhere and link to them.',
    }
  }
  if (facts.images.length > maxImages) {
    yield {
      code: 'many-images',
      severity: 'note',
      message: `It shows ${facts.images.length} pictures.`,
      fix: 'Part it in a series, or show fewer.',
    }
  }
}

/** The same about the same place is said once. */
function withoutRepetition(findings: readonly PostFinding[]): PostFinding[] {
  const seen = new Set<string>()
  return findings.filter(({ code, line, message }) => {
    const key = `${code}\n${line}\n${message}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
