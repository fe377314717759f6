import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../../random-cases'
import { renderMarkdown } from '../render'
import { attacks } from './attacks'
import { findDangers, isBalanced } from './oracle'

/** Everything that must hold of a page, whatever its source. */
function expectSafe(source: string): void {
  const { html, blocks } = renderMarkdown(source)
  expect(findDangers(html)).toEqual([])
  expect(blocks.map((block) => block.html).join('')).toBe(html)
  for (const block of blocks) expect(isBalanced(block.html), block.html).toBe(true)
  for (const [index, block] of blocks.entries()) {
    expect(block.line).toBeGreaterThanOrEqual(blocks[index - 1]?.line ?? 0)
  }
}

const runs = randomCases(300)

describe('the oracle', () => {
  it.each([
    '<script>x</script>',
    '<p onclick=x>',
    '<a href="javascript:x">',
    '<a href="java\nscript:x">',
    '<img src="data:image/svg+xml,x">',
    '<p style=x>',
    '<b id=x></b><b id=x></b>',
    '<x-y>',
  ])('sees the danger in %s', (html) => {
    expect(findDangers(html)).not.toEqual([])
  })

  it.each(['<div>', '</section>', '<b>x</p>', '<!--', '<table><p>x</section>'])(
    'sees that %s is not balanced',
    (html) => {
      expect(isBalanced(html)).toBe(false)
    },
  )
})

describe('no source gets past the renderer:', () => {
  it.each(attacks)('%j', (attack) => {
    expectSafe(attack)
    expectSafe(`text ${attack} text`)
    expectSafe(`- > ${attack}`)
    expectSafe(`<div>\n\n${attack}\n\n</div>`)
    expectSafe(`| a |\n|---|\n| ${attack.replace(/\n/g, ' ')} |`)
  })

  it('mixtures of known attacks, cut and joined anywhere', () => {
    const piece = fc
      .tuple(fc.constantFrom(...attacks), fc.nat(80), fc.nat(80))
      .map(([attack, from, length]) => attack.slice(Math.min(from, attack.length), from + length))
    const glue = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\n\n',
      '"',
      "'",
      '`',
      '>',
      '<',
      '*',
      '|',
      '\n> ',
      '\n- ',
      '\n    ',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, glue), { maxLength: 12 }), (parts) => {
        expectSafe(parts.flat().join(''))
      }),
      { numRuns: runs },
    )
  })

  it('random sequences of tags and marks', () => {
    const tags =
      'a b p div h1 ul ol li table tr td th tbody details summary dl dt dd figure figcaption img video source pre code script style svg math svg:a x-y select option form button nobr ruby rt'
    const tag = fc.constantFrom(
      ...tags.split(' ').flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} href=x class=y id=z>`]),
    )
    const marks = fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '~~',
        '`',
        '$',
        '$$',
        '[',
        ']',
        '](x)',
        '![',
        '[^1]',
        '\n[^1]: ',
        '|',
        '\n|-|-|\n',
        '\n\n',
        '\n',
        '> ',
        '- ',
        '1. ',
        '    ',
        '# ',
        '\n---\n',
        '```\n',
        ': ',
        'text',
        '<!--',
        '-->',
        '\\',
        '&amp;',
        '&#60;',
        '[[x]]',
        '[!NOTE]',
      ],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, marks), { maxLength: 40 }), (parts) => expectSafe(parts.join(''))),
      { numRuns: runs },
    )
  })

  it('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => expectSafe(text)),
      { numRuns: runs },
    )
  })

  it('what a resolver answers is judged as well', () => {
    const { html } = renderMarkdown('[a](b) ![c](d) <a href=e>f</a> <img src=g>', {
      resolveLink: () => 'java\tscript:alert(1)',
      resolveImage: () => ({ src: '"onerror="alert(1)' }),
    })
    expect(findDangers(html)).toEqual([])
    expect(html).not.toContain('<a')
  })

  it('the other widths and formats that a resolver answers are judged as well', () => {
    const attacks = [
      'java\tscript:alert(1) 1w',
      'data:text/html,a 1w',
      '/a 1w, //b c 2w',
      '/a',
      '/a 1w,/b 2w',
    ]
    for (const srcset of attacks) {
      const sources = [
        { type: 'text/html', srcset: '/a 1w' },
        { type: 'image/avif', srcset },
      ]
      const resolveImage = () => ({ src: '/a.png', srcset, sizes: '1px', sources })
      const { html } = renderMarkdown('![a](b)', { resolveImage })
      expect(html).toBe('<p><img src="/a.png" alt="a" decoding="async"></p>\n')
    }
    const quotes = { src: '/a.png', srcset: '"onerror="a 1w', sizes: '"onerror="a' }
    const { html } = renderMarkdown('![a](b)', { resolveImage: () => quotes })
    expect(html).toContain('srcset="%22onerror=%22a 1w" sizes="&quot;onerror=&quot;a"')
  })
})
