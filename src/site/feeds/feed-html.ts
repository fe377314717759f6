import { escapeText } from '../escape'

/**
 * The start of an element that can lead somewhere, in rendered HTML: values stand in double quotes, and `<` in text is
 * escaped. Highlighted code has thousands of others.
 */
const start = /<(?:a|area|audio|image|img|source|track|use|video) (?:[^>"]|"[^"]*")*>/gi
const link = / (href|src|srcset|poster)="([^"]*)"/g

/** The mark beside a heading that leads to it: of use on a page alone. */
const headingMark = / ?<a class="permalink"(?:[^>"]|"[^"]*")*>.*?<\/a>/g

/**
 * Rendered HTML as a feed needs it, since it is read far from the site: links within the site, and within the
 * post, become absolute, where the site has an origin.
 * @param url where the post is
 */
export function feedHtml(content: string, origin: string | null, url: string): string {
  const html = content.replace(headingMark, '')
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
