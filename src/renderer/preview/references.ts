/** What a click on a link of the preview means. The frame itself never goes anywhere. */
export type LinkTarget =
  | { readonly kind: 'post'; readonly slug: string }
  | { readonly kind: 'heading'; readonly id: string }
  | { readonly kind: 'outside'; readonly url: string }
  | { readonly kind: 'nowhere' }

/** The address that a link of the source gets in the preview: to another post as on the site. */
export function resolveLink(href: string): string | null {
  const post = /^(?:\.\/)?([^/?#:]+)\.md(#.*)?$/.exec(href)
  return post ? `/posts/${post[1]}/${post[2] ?? ''}` : href
}

/** Where the preview finds an image of the source: those of the library are served by the shell. */
export function resolveImage(src: string): { readonly src: string } | null {
  const asset = /^(?:\.?\/)?(media\/[^/?#]+)$/.exec(src)
  return { src: asset ? `/${asset[1]}` : src }
}

/**
 * What the writer means by a click.
 * @param href the link as it stands in the page
 */
export function judgeLink(href: string): LinkTarget {
  const heading = /^#(.+)$/.exec(href)
  if (heading) return { kind: 'heading', id: decode(heading[1] ?? '') }
  const post = /^(?:.*\/)?posts\/([^/?#]+)\/?(?:#.*)?$/.exec(href)
  if (post && !/^[a-z][a-z0-9+.-]*:/i.test(href)) return { kind: 'post', slug: decode(post[1] ?? '') }
  return /^(https?:\/\/|mailto:)/i.test(href) ? { kind: 'outside', url: href } : { kind: 'nowhere' }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return text
  }
}
