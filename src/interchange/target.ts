/** What a reference's target says, once it is taken apart. */
export type Target =
  | {
      /** `path` relative to the post or, beginning with `/`, to the site. */
      readonly kind: 'path'
      readonly path: string
      /** `#heading`, with its mark; empty without one. */
      readonly fragment: string
    }
  | { readonly kind: 'name'; readonly name: string; readonly fragment: string }
  | { readonly kind: 'url'; readonly url: string; readonly fragment: string }
  | { readonly kind: 'none' }

const postUrl = /^\{%-?\s*post_url\s+(\S+?)\s*-?%\}(#.*)?$/
const link = /^\{%-?\s*link\s+(.+?)\s*-?%\}(#.*)?$/
const ref = /^\{\{[<%]\s*(?:ref|relref)\s+(?:[\w.]+\s+)?["'`]?([^"'`>%]+?)["'`]?\s*[>%]\}\}(#.*)?$/
const site = /^\{\{\s*(?:site\.(?:baseurl|url)|page\.baseurl)\s*\}\}/
const filtered = /^\{\{\s*(?:"([^"]*)"|'([^']*)')\s*\|\s*(?:relative_url|absolute_url|url)\s*\}\}/

/** Takes apart what a link or image names; the tags of Jekyll and Hugo are read as what they stand for. */
export function readTarget(written: string): Target {
  let text = unescapeTarget(written.trim())
  while (site.test(text)) text = text.replace(site, '')
  text = text.replace(filtered, (_, double?: string, single?: string) => double ?? single ?? '')
  const named = postUrl.exec(text)
  if (named) return { kind: 'name', name: named[1] ?? '', fragment: named[2] ?? '' }
  const linked = link.exec(text)
  if (linked)
    return { kind: 'path', path: `/${linked[1]?.replace(/^\//, '') ?? ''}`, fragment: linked[2] ?? '' }
  const referred = ref.exec(text)
  if (referred) {
    const [name = '', inner] = (referred[1] ?? '').split(/(?=#)/)
    return { kind: 'name', name: name.trim(), fragment: inner ?? referred[2] ?? '' }
  }
  return readPlainTarget(text)
}

function readPlainTarget(text: string): Target {
  const [, before = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(text) ?? []
  if (/^(?:https?:)?\/\//i.test(before)) return { kind: 'url', url: before, fragment }
  // Another scheme, a place on the same page, or a tag that nobody here can read.
  if (before === '' || /^[a-z][a-z0-9+.-]+:/i.test(before) || /\{[{%]/.test(before)) return { kind: 'none' }
  // Zola writes `@/` for the root of the content.
  const path = decode(before.replace(/\?.*$/s, '').replace(/^@\//, '/'))
  return path === '' || path.includes('\0') ? { kind: 'none' } : { kind: 'path', path, fragment }
}

function unescapeTarget(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/&amp;/g, '&')
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
