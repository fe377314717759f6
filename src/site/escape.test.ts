import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { escapeJson, escapeText, webUrl } from './escape'

/** Any code units, halves of pairs and controls among them, mixed with what HTML and XML are made of. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<script>', '-->', '"', "'", '&amp;', ']]>', '\ud800', '\0', '\x0b'),
      fc.constantFrom('\udc00', '\ufdd0', '\ufdf0', '\uffff', '\u{1fffe}', '\u{1fffd}', '\u{10ffff}', '🦀'),
    ),
  )
  .map((parts) => parts.join(''))

interface Node {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { name: string; value: string }[]
}
const parse = (html: string) => parseFragment(html).childNodes as unknown as Node[]
/** What is left of a text in HTML: no characters that HTML can't hold, and line ends as parsers give them. */
const holdable = (text: string) =>
  text.replace(/(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu, '').replace(/\r\n?/g, '\n')

describe('text between tags or in an attribute', () => {
  it('reads back as it was, and makes no element', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const nodes = parse(escapeText(text))
        expect(nodes.every((node) => node.nodeName === '#text')).toBe(true)
        expect(nodes.map((node) => node.value).join('')).toBe(holdable(text))
        const [element, ...others] = parse(`<b title="${escapeText(text)}" lang='${escapeText(text)}'></b>`)
        expect(others).toEqual([])
        expect(element?.attrs).toEqual([
          { name: 'title', value: holdable(text) },
          { name: 'lang', value: holdable(text) },
        ])
      }),
    )
  })

  it('holds nothing that XML 1.0 forbids', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapeText(text)
        expect(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(escaped)).toBe(false)
        expect(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/.test(escaped)).toBe(false)
      }),
    )
  })

  it('is nothing for nothing', () => {
    expect(escapeText(null)).toBe('')
    expect(escapeText(undefined)).toBe('')
    expect(escapeText(0)).toBe('0')
  })
})

describe('JSON in a script element', () => {
  it('reads back as it was, and can’t end the element', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), nasty, (value, text) => {
        const json = escapeJson({ value, text })
        expect(json).not.toMatch(/[<>&\u2028\u2029]/)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value, text })))
      }),
    )
  })
})

describe('an address on the web', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.org', null],
    ['', null],
  ])('%s gives %s', (text, url) => {
    expect(webUrl(text)).toBe(url)
  })
})
