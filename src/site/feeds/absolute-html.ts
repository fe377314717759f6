import { escapeText } from '../escape'

/** An element's start in rendered HTML, where values stand in double quotes and `<` in text is escaped. */
const start = /<[a-z][a-z0-9-]*(?:[^>"]|"[^"]*")*>/gi
const link = / (href|src|srcset|poster)="([^"]*)"/g

/**
 * Rendered HTML as a feed needs it, since it is read far from the site: links within the site, and within the
 * post, become absolute. Without an origin it stays as it is.
 * @param url where the post is
 */
export function absoluteHtml(html: string, origin: string | null, url: string): string {
  if (origin === null) return html
  const here = escapeText(url)
  const absolute = (target: string) => {
    if (target.startsWith('#')) return here + target
    return target.startsWith('/') && !target.startsWith('//') ? origin + target : target
  }
  return html.replace(start, (element) =>
    element.replace(link, (_, name: string, value: string) =>
      name === 'srcset'
        ? ` srcset="${value.replace(/(^|,\s*)(\/[^\s,]*)/g, (__, gap: string, src: string) => gap + absolute(src))}"`
        : ` ${name}="${absolute(value)}"`,
    ),
  )
}
