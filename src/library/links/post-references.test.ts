import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPostReferences } from './post-references'

const slugsIn = (body: string) => findPostReferences(body).map(({ slug }) => slug)

describe('links to posts in a text', () => {
  it.each([
    ['[a](other-post.md)', ['other-post']],
    ['[a](./other.md#part) and [b](<third.md> "Title")', ['other', 'third']],
    ['![no image](other.md)', ['other']],
    [
      '[[other]], [[third#Part]], [[fourth|its words]] and [[fifth.md]]',
      ['other', 'third', 'fourth', 'fifth'],
    ],
    ['[label]: other.md\n> - [quoted]: third.md "Title"', ['other', 'third']],
    ['<a href="other.md#x">x</a> <a href=third.md>', ['other', 'third']],
    ['[a](%C3%BCber-uns.md) [b](über-uns.md)', ['über-uns', 'über-uns']],
    ['[a](\n  other.md)', ['other']],
  ])('%s', (body, slugs) => expect(slugsIn(body)).toEqual(slugs))

  it.each([
    '`[a](other.md)`',
    '```\n[a](other.md)\n[[other]]\n```',
    '\\[[other]] and a\\](other.md)',
    '[a](https://example.org/other.md) [a](folder/other.md) [a](../other.md)',
    '[^1]: other.md says so',
    'See [x]: other.md, or other.md itself.',
    '[a](other.mdx) ![[other]] [[[other]]]',
    '[a](other.markdown)',
  ])('%s is none', (body) => expect(slugsIn(body)).toEqual([]))

  it('covers the slug alone', () => {
    const body = 'See [one](./first-post.md#x) and [[second|two]].'
    expect(findPostReferences(body).map(({ from, to }) => body.slice(from, to))).toEqual([
      'first-post',
      'second',
    ])
  })

  it('takes linear time, whatever stands there', () => {
    const parts = ['](', '[[', 'a', '%', '-', '.md', ' ', '\n', '[x]:', '`', 'href="', '\\', '|']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 60 }), (pieces) => {
        const started = performance.now()
        findPostReferences(pieces.join('').repeat(200))
        expect(performance.now() - started).toBeLessThan(500)
      }),
      { numRuns: 100 },
    )
  })
})
