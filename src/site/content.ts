import { type RenderedMarkdown, renderMarkdown } from '../markdown'
import { decodePath } from './addresses'
import { idsIn } from './anchors'
import type { PlannedPost } from './plan'
import type { References } from './references'

/** Renders a post's Markdown with its links and images as they are on the site. */
export function renderContent(post: PlannedPost, source: string, references: References): RenderedMarkdown {
  const rendered = renderMarkdown(source, {
    resolveLink: (href) => references.link(post, href),
    resolveImage: (src) => {
      const image = references.image(post, src)
      if (image === null) return null
      const { width, height } = image
      return { src: image.src, ...(width !== null && { width }), ...(height !== null && { height }) }
    },
  })
  return { ...rendered, html: withoutDeadAnchors(post, rendered.html, references) }
}

/** Links within the post whose aim isn't there leave their text. Rendered HTML has no link inside a link. */
function withoutDeadAnchors(post: PlannedPost, html: string, references: References): string {
  const link = /<a [^>]*?href="#([^"]+)"[^>]*>(.*?)<\/a>/gs
  if (!link.test(html)) return html
  const ids = idsIn(html)
  return html.replace(link, (whole, id: string, text: string) => {
    if (ids.has(decodePath(id))) return whole
    references.warnOfAnchor(post, decodePath(id))
    return text
  })
}
