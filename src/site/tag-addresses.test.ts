import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressTags } from './tag-addresses'

const slugsOf = (...tags: string[]) =>
  Object.fromEntries([...addressTags([{ tags }])].map(([spelling, tag]) => [spelling, tag.slug]))

describe('addresses of tags', () => {
  it('tell the languages C, C++, C# and F# apart', () => {
    expect(slugsOf('C', 'C++', 'C#', 'F#')).toEqual({
      C: 'c',
      'C++': 'c-plus-plus',
      'C#': 'c-sharp',
      'F#': 'f-sharp',
    })
  })

  it('get a number when two names come to the same', () => {
    expect(slugsOf('net', '.NET', '🚀', '✨')).toEqual({
      '.NET': 'net',
      net: 'net-2',
      '✨': 'tag',
      '🚀': 'tag-2',
    })
  })

  it('are one for spellings that differ in case, named as most posts write it', () => {
    const tags = addressTags([
      { tags: ['rust'] },
      { tags: ['Rust'] },
      { tags: ['Rust', 'rust'] },
      { tags: ['Rust'] },
    ])
    expect(tags.get('rust')).toBe(tags.get('Rust'))
    expect(tags.get('rust')).toEqual({ name: 'Rust', slug: 'rust', count: 4 })
  })

  it('are distinct and the same whatever the order of posts and tags', () => {
    const posts = fc.array(
      fc.record({
        tags: fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), { maxLength: 4 }),
      }),
    )
    fc.assert(
      fc.property(posts, (list) => {
        const there = addressTags(list)
        const back = addressTags([...list].reverse().map(({ tags }) => ({ tags: [...tags].reverse() })))
        const tags = new Set(there.values())
        expect(new Set([...tags].map((tag) => tag.slug)).size).toBe(tags.size)
        expect([...back].sort()).toEqual([...there].sort())
      }),
    )
  })
})
