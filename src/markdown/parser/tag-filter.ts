import type { MarkdownIt, RendererRule } from 'markdown-it'

/**
 * GFM's "disallowed raw HTML". It completes GFM and is not what makes a page safe: `renderMarkdown` puts its
 * allow-list in the place of these two rules.
 */
export function tagFilter(md: MarkdownIt): void {
  const filter: RendererRule = (tokens, index) =>
    (tokens[index]?.content ?? '').replace(
      /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))/gi,
      '&lt;',
    )
  md.renderer.rules.html_block = filter
  md.renderer.rules.html_inline = filter
}
