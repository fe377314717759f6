import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFacts } from './facts'

describe('the facts of a text', () => {
  it('have each link with the line that it is written on, however it is written', () => {
    const source = [
      'See [one](a.md) and', // 1
      '[two][two], [[three]]', // 2
      '',
      '> - [over](<b c.md>)', // 4
      '>   <a href="/d/">raw</a>', // 5
      '',
      '| [cell](e.md) |', // 7
      '|---|',
      '| [one](a.md) |', // 9
      '',
      'A note[^1], https://example.org/x', // 11
      '',
      '[^1]: in a [note](f.md)', // 13
      '',
      '[two]: g.md', // 15
    ].join('\n')
    expect(readFacts(source).links.filter(({ href }) => !href.startsWith('#'))).toEqual([
      { href: 'a.md', line: 1 },
      { href: 'g.md', line: 15 },
      { href: 'three.md', line: 2 },
      { href: 'b c.md', line: 4 },
      { href: '/d/', line: 5 },
      { href: 'e.md', line: 7 },
      { href: 'a.md', line: 9 },
      { href: 'https://example.org/x', line: 11 },
      { href: 'f.md', line: 13 },
    ])
  })

  it('have headings of Markdown and of HTML, without what is added to them', () => {
    const facts = readFacts('## A *b* & `c`\n\ntext\n\nUnder\n---\n\n<h3>Raw</h3>\n')
    expect(facts.headings).toEqual([
      { level: 2, text: 'A b & c', line: 1 },
      { level: 2, text: 'Under', line: 5 },
      { level: 3, text: 'Raw', line: 8 },
    ])
    expect(facts.ids.has('under')).toBe(true)
  })

  it('are found in any text, on lines that it has, and are the same for the same text', () => {
    const piece = fc.constantFrom(
      ...[
        '[a](b.md)',
        '![](x.png)',
        '# h',
        '<a href="#q">',
        '</a>',
        '[^1]',
        '[[w|x]]',
        '\r',
        '\n',
        '\n\n',
        '> ',
        '- ',
        '|',
        '`',
        '$x$',
      ],
      ...['<img src=y>', '&amp;', '%20', '"', '<h2>', '[r]: z.md', '```\n'],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 40 }), (pieces) => {
        const source = pieces.join('')
        const facts = readFacts(source)
        const lines = source.split('\n').length
        for (const { line } of [...facts.links, ...facts.images, ...facts.headings]) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines)
        }
        expect(readFacts(source)).toEqual(facts)
      }),
    )
  })

  it('of a text that is made to be slow are found in little more than the time to render it', () => {
    // Every address is written otherwise than it is shown, so that none of them is found.
    const source = Array.from({ length: 20_000 }, (_, n) => `[a](x&#${97 + (n % 26)};${n}.md)`).join(' ')
    const start = performance.now()
    expect(readFacts(source).links).toHaveLength(20_000)
    // Half a second on a quiet core, most of it for rendering; looking without an end would be minutes.
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
