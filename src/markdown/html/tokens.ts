import { decodeHTMLAttribute } from 'entities/decode'

/** A stretch of raw HTML. `source` is what was written. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly source: string }
  | {
      readonly kind: 'open'
      /** lower case */
      readonly name: string
      /** Names in lower case, values with their character references resolved. The first of two alike counts. */
      readonly attributes: ReadonlyMap<string, string>
      readonly source: string
    }
  | { readonly kind: 'close'; readonly name: string; readonly source: string }
  | { readonly kind: 'comment'; readonly source: string }

/**
 * Takes raw HTML apart as a browser's tokenizer does: comments, declarations and the like are `comment`, a `<`
 * that begins nothing is text. A tag that does not end makes text of all that is left. Linear in its length.
 */
export function readHtml(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = []
  let position = 0
  while (position < html.length) {
    const start = html.indexOf('<', position)
    const textEnd = start < 0 ? html.length : start
    if (textEnd > position) tokens.push({ kind: 'text', source: html.slice(position, textEnd) })
    if (start < 0) break
    const token = readTag(html, start)
    tokens.push(token)
    position = start + token.source.length
  }
  return tokens
}

function readTag(html: string, start: number): HtmlToken {
  const next = html[start + 1] ?? ''
  if (next === '!' || next === '?') return readComment(html, start)
  if (next === '/') {
    const name = stickyMatch(/<\/([a-z][^\s/>]*)/iy, html, start)?.[1]
    // Only a name makes it worth looking for the end, which may be far.
    if (!name) return { kind: 'text', source: '<' }
    const end = html.indexOf('>', start)
    if (end < 0) return { kind: 'text', source: html.slice(start) }
    return { kind: 'close', name: name.toLowerCase(), source: html.slice(start, end + 1) }
  }
  if (/[a-z]/i.test(next)) return readOpenTag(html, start)
  return { kind: 'text', source: '<' }
}

function readComment(html: string, start: number): HtmlToken {
  const begins = (text: string) => html.startsWith(text, start)
  const short = stickyMatch(/<!--(?:-?>)/y, html, start)
  if (short) return { kind: 'comment', source: short[0] }
  const ending = begins('<!--') ? '-->' : begins('<![CDATA[') ? ']]>' : begins('<?') ? '?>' : '>'
  const end = html.indexOf(ending, start + 2)
  return { kind: 'comment', source: end < 0 ? html.slice(start) : html.slice(start, end + ending.length) }
}

function readOpenTag(html: string, start: number): HtmlToken {
  const name = stickyMatch(/<([a-z][^\s/>]*)/iy, html, start)?.[1] ?? ''
  const attributes = new Map<string, string>()
  const attribute = /[\s/]*([^\s/>=]?[^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)?))?/y
  let position = start + 1 + name.length
  for (;;) {
    const match = stickyMatch(attribute, html, position)
    const [source = '', attributeName = '', double, single, bare] = match ?? []
    position += source.length
    if (html[position] === '>') {
      addAttribute(attributes, attributeName, double ?? single ?? bare ?? '')
      break
    }
    if (source === '' || position >= html.length) return { kind: 'text', source: html.slice(start) }
    addAttribute(attributes, attributeName, double ?? single ?? bare ?? '')
  }
  const source = html.slice(start, position + 1)
  return { kind: 'open', name: name.toLowerCase(), attributes, source }
}

function addAttribute(attributes: Map<string, string>, name: string, value: string): void {
  const key = name.toLowerCase()
  if (key !== '' && !attributes.has(key)) attributes.set(key, decodeHTMLAttribute(value))
}

function stickyMatch(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}
