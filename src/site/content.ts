import { type RenderCache, type RenderedMarkdown, renderMarkdown } from '../markdown'
import { decodePath } from './addresses'
import { findAnchor } from './anchors'
import type { FoundLink } from './build/facts'
import { escapeText, storable } from './escape'
import type { PlannedPost } from './plan'
import type { References, ShownImage } from './references'

/** A post's text as its page shows it, and what in it leads nowhere. */
export interface RenderedContent extends Omit<RenderedMarkdown, 'links'> {
  readonly links: readonly FoundLink[]
  /** Sources of its diagrams. */
  readonly drawings: readonly string[]
  /** Links within the text to a heading that isn't there. */
  readonly deadAnchors: readonly string[]
}

/** Renders a post's Markdown with its links and images as they are on the site. */
export function renderContent(
  post: PlannedPost,
  source: string,
  references: References,
  cache?: RenderCache,
): RenderedContent {
  const drawings: string[] = []
  const asWritten = writtenIn(source)
  const rendered = renderMarkdown(source, {
    cache,
    resolveLink: (href) => references.link(post, href, () => asWritten(href)),
    resolveImage: (src) => shown(references.image(post, src)),
    resolveDrawing: (drawing) => {
      drawings.push(drawing)
      return shown(references.drawing(post, drawing))
    },
  })
  const deadAnchors: string[] = []
  // HTML and feeds can't hold everything that a text can, written out or by an entity.
  const html = storable(withLiveAnchors(rendered, (id) => deadAnchors.push(id)))
  for (const id of deadAnchors) references.warnOfAnchor(post, id)
  const links = rendered.links.map((href): FoundLink => {
    const written = asWritten(href)
    return written === href ? [href] : [href, written]
  })
  return { ...rendered, html, links, drawings, deadAnchors }
}

/** What is not known of an image is left out. */
function shown(image: ShownImage | null) {
  if (image === null) return null
  const { width, height, ...others } = image
  return { ...others, ...(width !== null && { width }), ...(height !== null && { height }) }
}

/** A link as its writer knows it: `[[Some post]]` became `Some post.md` on the way. */
function writtenIn(source: string): (href: string) => string {
  const names = new Set([...source.matchAll(/\[\[(?!\[)([^[\]|#\n]+)/g)].map(([, name]) => name))
  return (href) => {
    if (names.size === 0) return href
    const name = decodePath(href.replace(/#.*$/s, '')).replace(/\.md$/i, '')
    return names.has(name) ? `[[${name}]]` : href
  }
}

/**
 * Points links within the post at what they mean; one whose aim isn't there leaves its text. Rendered HTML has
 * no link inside a link.
 */
function withLiveAnchors({ html, ids, anchors }: RenderedMarkdown, dead: (id: string) => void): string {
  if (anchors.every((id) => ids.has(decodePath(id)))) return html
  const link = /(<a [^>]*?href="#)([^"]+)("[^>]*>)(.*?)<\/a>/gs
  return html.replace(link, (whole, before: string, id: string, after: string, text: string) => {
    const wanted = decodePath(id)
    const found = findAnchor(ids, wanted)
    if (found === wanted) return whole
    if (found !== null) return `${before}${escapeText(found)}${after}${text}</a>`
    dead(wanted)
    return text
  })
}
