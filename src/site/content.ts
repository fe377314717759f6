import type { Post } from '../document'
import { type RenderedMarkdown, renderMarkdown } from '../markdown'
import type { PlannedPost } from './plan'
import type { References } from './references'

/** Renders a post's Markdown with its links and images as they are on the site. */
export function renderContent(
  post: PlannedPost,
  source: Post['body'],
  references: References,
): RenderedMarkdown {
  return renderMarkdown(source, {
    resolveLink: (href) => references.link(post, href),
    resolveImage: (src) => {
      const image = references.image(post, src)
      if (image === null) return null
      const { width, height } = image
      return { src: image.src, ...(width !== null && { width }), ...(height !== null && { height }) }
    },
  })
}
