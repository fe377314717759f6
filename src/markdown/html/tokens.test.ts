import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from './tokens'

const kindsOf = (html: string) => readHtml(html).map(({ kind, source }) => [kind, source])
const attributesOf = (html: string) => {
  const [token] = readHtml(html)
  return token?.kind === 'open' ? Object.fromEntries(token.attributes) : undefined
}

describe('raw HTML is taken apart', () => {
  it('into tags, text and comments', () => {
    expect(kindsOf('a<B c>d</b ><!-- e -->f<?g?><!h><![CDATA[i>]]>')).toEqual([
      ['text', 'a'],
      ['open', '<B c>'],
      ['text', 'd'],
      ['close', '</b >'],
      ['comment', '<!-- e -->'],
      ['text', 'f'],
      ['comment', '<?g?>'],
      ['comment', '<!h>'],
      ['comment', '<![CDATA[i>]]>'],
    ])
  })

  it.each([
    ['<a b=c>', { b: 'c' }],
    ['<a b = "c d" e=\'f"g\' h i=j/k>', { b: 'c d', e: 'f"g', h: '', i: 'j/k' }],
    ['<a/b/c=d/>', { b: '', c: 'd/' }],
    ['<a B=1 b=2>', { b: '1' }],
    ['<a b="&quot;&#106;&colon;&amp">', { b: '"j:&' }],
    ['<a b="c>d" e>', { b: 'c>d', e: '' }],
    ['<a =b c>', { c: '' }],
    ['<a b= >', { b: '' }],
    ['<a __proto__=b constructor=c>', { ['__proto__']: 'b', constructor: 'c' }],
  ])('with the attributes of %s', (html, attributes) => {
    expect(attributesOf(html)).toEqual(attributes)
  })

  it.each(['<', '< a>', '<1>', '<a', '<a b="c', '</', '</a', 'a < b'])('leaving %j as text', (html) => {
    expect(kindsOf(html).every(([kind]) => kind === 'text')).toBe(true)
  })

  it('without losing a character', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '!',
      '-',
      '--',
      '"',
      "'",
      '=',
      ' ',
      'a',
      'b',
      '?',
      '[CDATA[',
      ']]',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('')
        expect(
          readHtml(html)
            .map((token) => token.source)
            .join(''),
        ).toBe(html)
      }),
    )
  })
})
