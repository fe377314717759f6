import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termsOf } from './terms'

const terms = (body: string, title = '', summary = '') => termsOf({ title, summary, body })

describe('the terms of a post', () => {
  it('are its most frequent words, those of the title before those of the text', () => {
    expect(terms('The cache of the cache holds a journal. A journal, a journal, a page.', 'Pages')).toEqual([
      'pages',
      'journal',
      'cache',
      'holds',
      'page',
    ])
  })

  it('have no words that every text has, no numbers and no code', () => {
    const body =
      'And with this we have 2026 it.\n\n```ts\nconst hidden = 1\n```\n\n~~~\nhidden\n```\nhidden\n~~~\n\nseen [x](https://hidden.example/hidden) <img src="hidden"> %% hidden\n\nhidden %%'
    expect(terms(body)).toEqual(['seen'])
  })

  it('are folded, and parted into pairs of letters where words are not parted', () => {
    expect(terms('Größe GRÖSSE größe')).toEqual(['grosse'])
    expect(terms('検索索引')).toEqual(['検索', '索引', '索索'])
  })

  it('are at most twelve words without spaces, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), fc.string(), (body, title) => {
        const found = terms(body, title)
        expect(found.length).toBeLessThanOrEqual(12)
        expect(new Set(found).size).toBe(found.length)
        for (const term of found) expect(term).toMatch(/^\S+$/)
      }),
    )
  })
})
