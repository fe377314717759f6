import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PostId } from '../../document'
import { type Relatable, relatedPosts } from './related'

const post = (n: number, fields: Partial<Relatable> = {}): Relatable => ({
  id: `post-${String(n).padStart(5, '0')}` as PostId,
  date: n * 86_400_000,
  tags: [],
  series: null,
  terms: [],
  ...fields,
})
const named = (n: number) => post(n).id

/** Posts with few words, so that much is shared and much scores alike. */
const library = fc
  .array(
    fc.record({
      date: fc.integer({ min: 0, max: 20 }),
      tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }),
      series: fc.option(fc.constantFrom('one', 'two'), { nil: null }),
      terms: fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 8 }),
    }),
    { maxLength: 60 },
  )
  .map((posts) => posts.map((fields, n) => post(n, fields)))

describe('related posts', () => {
  it('are those that share tags and terms, the rarer the more', () => {
    const related = relatedPosts(
      [
        post(1, { tags: ['rust', 'web'], terms: ['cache'] }),
        post(2, { tags: ['rust', 'web'], terms: ['cache'] }),
        post(3, { tags: ['web'] }),
        post(4, { tags: ['web'], terms: ['font'] }),
        post(5, { tags: ['sql'] }),
      ],
      3,
    )
    expect(related.get(named(1))).toEqual([named(2), named(3), named(4)])
    expect(related.get(named(5))).toEqual([])
  })

  it('take a tag for the same whatever its case, and no term for a tag', () => {
    const related = relatedPosts(
      [post(1, { tags: ['Rust'] }), post(2, { tags: ['rust'] }), post(3, { terms: ['rust'] })],
      6,
    )
    expect(related.get(named(1))).toEqual([named(2)])
    expect(related.get(named(3))).toEqual([])
  })

  it('leave out a post’s own series', () => {
    const tags = ['x']
    const related = relatedPosts(
      [post(1, { tags, series: 'A' }), post(2, { tags, series: 'A' }), post(3, { tags, series: 'B' })],
      6,
    )
    expect(related.get(named(1))).toEqual([named(3)])
    expect(related.get(named(3))).toEqual([named(2), named(1)])
  })

  it('are named for every post, at most as many as wanted, never itself, none twice, whatever is shared', () => {
    fc.assert(
      fc.property(library, fc.integer({ min: 0, max: 6 }), (posts, count) => {
        const related = relatedPosts(posts, count)
        expect(new Set(related.keys())).toEqual(new Set(posts.map(({ id }) => id)))
        const byId = new Map(posts.map((it) => [it.id, it]))
        for (const [id, others] of related) {
          expect(others.length).toBeLessThanOrEqual(count)
          expect(others).not.toContain(id)
          expect(new Set(others).size).toBe(others.length)
          const { tags, terms, series } = byId.get(id) as Relatable
          for (const other of others.map((it) => byId.get(it) as Relatable)) {
            expect(series === null || other.series !== series).toBe(true)
            const isAlike =
              other.tags.some((tag) => tags.includes(tag)) || other.terms.some((it) => terms.includes(it))
            expect(isAlike).toBe(true)
          }
        }
      }),
    )
  })

  it('are the same in whatever order the posts come', () => {
    fc.assert(
      fc.property(
        library.chain((posts) =>
          fc.tuple(fc.constant(posts), fc.shuffledSubarray(posts, { minLength: posts.length })),
        ),
        ([posts, shuffled]) => {
          const sorted = (related: Map<PostId, PostId[]>) => [...related].sort(([a], [b]) => (a < b ? -1 : 1))
          expect(sorted(relatedPosts(shuffled, 3))).toEqual(sorted(relatedPosts(posts, 3)))
        },
      ),
    )
  })

  it('are found for 10,000 posts that share few words in a moment', () => {
    const posts = Array.from({ length: 10_000 }, (_, n) =>
      post(n, {
        tags: [`t${n % 40}`, `t${(n * 7) % 13}`, `t${(n * n) % 5}`],
        terms: Array.from({ length: 12 }, (_, k) => `w${(n * (k + 3) + k * k * 31) % 270}`),
      }),
    )
    const start = performance.now()
    const related = relatedPosts(posts, 3)
    // 0.17 s on a quiet core; of quadratic work it would be minutes.
    expect(performance.now() - start).toBeLessThan(3000)
    expect([...related.values()].every((others) => others.length === 3)).toBe(true)
  })
})
