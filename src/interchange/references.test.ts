import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../random-cases'
import { findReferences, replaceReferences } from './references'

const targets = (source: string) => findReferences(source).map(({ target }) => target)

describe('findReferences', () => {
  it.each([
    ['[a](b.md)', ['b.md']],
    ['![a](b.png "Title")', ['b.png']],
    ['[a](<b c.md>)', ['b c.md']],
    ['[a](b_(c).md)', ['b_(c).md']],
    ['[a](b\\).md)', ['b\\).md']],
    ['![my picture](my picture.png)', ['my picture.png']],
    ['[![x](a.png)](b.md)', ['a.png', 'b.md']],
    ['[a `]` b](c.md)', ['c.md']],
    ['text ](not.md) [a](b.md)', ['b.md']],
    ['[a][b]\n\n[b]: c.md "Title"\n', ['c.md']],
    ['[b]:\n  c.md\n', ['c.md']],
    ['[^1]\n\n[^1]: word\n', []],
    ['- item\n\n      code [a](b.md)\n\n- [c](d.md)\n', ['d.md']],
    ['> [a](b.md)\n> `[c](d.md)`\n', ['b.md']],
    ['| a | b |\n|---|---|\n| [a](b.md) | ![c](d.png) |\n', ['b.md', 'd.png']],
    ['# Heading [a](b.md)\n', ['b.md']],
    ['[^1]: Note with\n\n    a [link](b.md) in it.\n\nText[^1]\n', ['b.md']],
    ['<img src="a.png" alt="x">', ['a.png']],
    ['text <img alt=x src=a.png> text', ['a.png']],
    ['<div>\n<a href=\'b.md\'><img src="a.png"></a>\n</div>\n', ['b.md', 'a.png']],
    ['<!-- <img src="a.png"> --> text', []],
    ['<pre>\n<img src="a.png">\n</pre>\n', []],
    ['[a]({% post_url 2024-01-01-b %})', ['{% post_url 2024-01-01-b %}']],
    ['[a]({{< ref "b.md" >}})', ['{{< ref "b.md" >}}']],
    ['[[Some post]] and [[other|words]]', ['Some post', 'other']],
    ['![[picture.png|300]]', ['picture.png']],
    ['{{< figure src="a.png" caption="A \\"b\\"" >}}', ['a.png']],
    ['\\[a](b.md)', []],
    ['`[a](b.md)`', []],
    ['`` `[a](b.md) ``', []],
    ['```\n[a](b.md)\n```\n', []],
    ['~~~md\n[a](b.md)\n', []],
    ['    [a](b.md)\n', []],
    ['unclosed ` tick [a](b.md)', ['b.md']],
    ['<https://example.org/[a](b.md)>', []],
  ])('in %j finds %j', (source, expected) => {
    expect(targets(source)).toEqual(expected)
  })

  it('stays quick on input made to be slow', () => {
    const shapes = [
      '[a](',
      '[a]({{x}}',
      '[a](b "',
      '![[',
      '[a]:\n',
      '<a "',
      '<img src=',
      '<!--',
      '`',
      '`a``',
      '[',
      '{{< figure x="',
      '|a|\n|-|\n',
    ]
    for (const shape of shapes) {
      const start = performance.now()
      findReferences(shape.repeat(100_000 / shape.length))
      expect(performance.now() - start, shape).toBeLessThan(2000)
    }
  })
})

const piece = fc.constantFrom(
  '[a](b.md)',
  '![x](y.png "t")',
  '`[c](d.md)`',
  '```\n[e](f.md)\n```',
  '<img src="g.png">',
  '[[Wiki|w]]',
  '[r]: h.md',
  '\\[',
  '`',
  '<',
  '🌱 é',
  '    indented [i](j.md)',
  '> ',
  '- ',
  '\n',
  '\n\n',
  '| a |\n|---|\n| [k](l.md) |',
)
const markdown = fc
  .array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 25 })
  .map((it) => it.join(''))

describe('replaceReferences', () => {
  it('leaves everything as it is, to the byte, when nothing is replaced', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        expect(replaceReferences(source, findReferences(source), () => undefined)).toBe(source)
      }),
      { numRuns: randomCases(500) },
    )
  })

  it('changes nothing outside what it replaces', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const references = findReferences(source)
        const marks = replaceReferences(source, references, ({ start, end }) => `\ue000${start},${end}\ue001`)
        const undone = marks.replace(/\ue000(\d+),(\d+)\ue001/g, (_, start, end) => source.slice(start, end))
        expect(undone).toBe(source)
      }),
      { numRuns: randomCases(500) },
    )
  })

  it('never touches fenced code', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('[a](b.md)', '<img src="c.png">', '[[d]]', '`', '\n'), { maxLength: 20 }),
        (parts) => {
          const source = `Text [x](y.md)\n\n~~~~md\n${parts.join('')}\n~~~~\n\nAnd [z](w.md).\n`
          const code = /~~~~md[\s\S]*~~~~/
          expect(code.exec(replaceReferences(source, findReferences(source), () => 'new'))?.[0]).toBe(
            code.exec(source)?.[0],
          )
        },
      ),
    )
  })
})
