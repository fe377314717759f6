/** A stretch of text that GFM makes a link of. */
export interface Address {
  readonly start: number
  readonly end: number
  readonly href: string
}

/** The `www.` and e-mail addresses in a text, in order, none overlapping. Linear in its length. */
export function findAddresses(text: string): readonly Address[] {
  const found: Address[] = []
  let from = 0
  for (const match of text.matchAll(/(?<=^|[\s*_~(])www\.|@/gi)) {
    if (match.index < from) continue
    const address = match[0] === '@' ? emailAt(text, match.index, from) : webAt(text, match.index)
    if (address === null) continue
    found.push(address)
    from = address.end
  }
  return found
}

function webAt(text: string, start: number): Address | null {
  const length = urlLength(text.slice(start), { needsPeriod: true })
  if (length <= 4) return null
  const end = start + length
  return { start, end, href: `http://${text.slice(start, end)}` }
}

/** @param from where the text before the address may begin */
function emailAt(text: string, at: number, from: number): Address | null {
  let start = at
  while (start > from && /[a-z0-9.\-_+]/i.test(text[start - 1] ?? '')) start--
  if (start === at) return null
  const domain = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/i.exec(text.slice(at + 1, at + 1 + 320))?.[0]
  // "-" and "_" may stand in the address but not at its end.
  if (domain === undefined || /[-_]$/.test(domain)) return null
  let end = at + 1 + domain.length
  const scheme = /(?:mailto|xmpp):$/i.exec(text.slice(Math.max(from, start - 7), start))?.[0] ?? ''
  if (/^xmpp:/i.test(scheme)) end += /^\/[a-z0-9@.]+/i.exec(text.slice(end, end + 320))?.[0].length ?? 0
  start -= scheme.length
  const address = text.slice(start, end)
  return { start, end, href: scheme === '' ? `mailto:${address}` : address }
}

/**
 * How much of the start of `text` is a valid domain with what may follow it, GFM's trailing punctuation left
 * out; 0 when it does not start with a valid domain.
 */
export function urlLength(text: string, { needsPeriod }: { needsPeriod: boolean }): number {
  const domain = /^[\p{L}\p{N}\p{M}_-]+(?:\.[\p{L}\p{N}\p{M}_-]+)*/u.exec(text)?.[0]
  if (domain === undefined || (needsPeriod && !domain.includes('.'))) return 0
  if (/_/.test(domain.split('.').slice(-2).join('.'))) return 0
  const rest = /^[^\s<]*/.exec(text.slice(domain.length))?.[0] ?? ''
  return trimTrailing(domain + cutAtBracket(rest)).length
}

/** A closing bracket that was not opened inside belongs to the text around the address: `[see https://a.b]`. */
function cutAtBracket(text: string): string {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '[') depth++
    else if (text[index] === ']' && --depth < 0) return text.slice(0, index)
  }
  return text
}

/** Trailing punctuation, an unmatched closing parenthesis and a trailing entity are not part of the address. */
function trimTrailing(url: string): string {
  let unmatched = 0
  for (const character of url) {
    if (character === '(') unmatched--
    else if (character === ')') unmatched++
  }
  let end = url.length
  for (; end > 0; end--) {
    const last = url[end - 1] ?? ''
    if (last === ')') {
      if (unmatched <= 0) break
      unmatched--
    } else if (last === ';') {
      const entity = /&[a-z0-9]{1,32};$/i.exec(url.slice(Math.max(0, end - 34), end))?.[0]
      if (entity === undefined) break
      end -= entity.length - 1
    } else if (!/[?!.,:*_~'"]/.test(last)) break
  }
  return url.slice(0, end)
}
