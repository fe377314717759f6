import { describe, expect, it } from 'vitest'
import { readFields } from './fields'
import type { Plain } from './plain'

const read = (values: Record<string, Plain>, written: Record<string, Plain> = {}) =>
  readFields(values, (name) => written[name])

describe('readFields', () => {
  it.each([
    ['date', 'date'],
    ['pubDate', 'date'],
    ['publish_date', 'date'],
    ['published', 'date'],
    ['created_at', 'date'],
  ])('reads a date called %s', (name) => {
    expect(read({ [name]: '2024-03-01' })).toMatchObject({ date: '2024-03-01', extra: {} })
  })

  it('takes one date and keeps the others', () => {
    const fields = read({ updated: '2024-05-01', created: '2024-01-01', date: '2024-03-01' })
    expect(fields.date).toBe('2024-03-01')
    expect(fields.extra).toEqual({ updated: '2024-05-01', created: '2024-01-01' })
  })

  it('keeps a date that it can’t read, and says so', () => {
    const fields = read({ date: 'next week' })
    expect(fields).toMatchObject({ date: undefined, extra: { date: 'next week' } })
    expect(fields.warnings).toEqual(['Its date “next week” is not a date that can be read for certain.'])
  })

  it.each<[Record<string, Plain>, boolean]>([
    [{ draft: true }, true],
    [{ draft: 'true' }, true],
    [{ draft: 'yes' }, true],
    [{ draft: false }, false],
    [{ published: false }, true],
    [{ published: true }, false],
    [{ published: '2024-03-01' }, false],
    [{ status: 'draft' }, true],
    [{ status: 'published' }, false],
    [{}, false],
  ])('of %j says that draft is %s', (values, isDraft) => {
    expect(read(values).isDraft).toBe(isDraft)
  })

  it.each<[Record<string, Plain>, string[]]>([
    [{ tags: ['Rust', 'rust', ' sql '] }, ['Rust', 'sql']],
    [{ tags: 'one two' }, ['one', 'two']],
    [{ tags: 'machine learning, sql' }, ['machine learning', 'sql']],
    [{ category: 'Machine Learning' }, ['Machine Learning']],
    [{ tags: ['a'], categories: ['b', 'a'], keywords: 'c, d' }, ['a', 'b', 'c', 'd']],
    [{ tags: [{ name: 'a' }, null, 2024] }, ['a', '2024']],
    [{ tags: '#rust' }, ['rust']],
    [{ tags: ['C#'] }, ['C#']],
    [{ taxonomies: { tags: ['a'], categories: ['b'] } }, ['a', 'b']],
    [{ tags: null }, []],
  ])('reads the tags of %j', (values, tags) => {
    expect(read(values).tags).toEqual(tags)
  })

  it('takes a title and tags as they are written, not as YAML types them', () => {
    const fields = read({ title: 7, tags: [1.1] }, { title: '007', tags: ['1.10'] })
    expect(fields).toMatchObject({ title: '007', tags: ['1.10'] })
  })

  it('takes the slug from slug, else from the last part of a permalink', () => {
    expect(read({ slug: 'hello-world' })).toMatchObject({ slug: 'hello-world', warnings: [] })
    expect(read({ permalink: '/2024/03/hello.html' }).slug).toBe('hello')
    expect(read({ permalink: '/posts/h%C3%A9llo/' }).slug).toBe('hello')
    expect(read({ permalink: '/:year/:title/' }).slug).toBeUndefined()
    expect(read({ permalink: '/' }).slug).toBeUndefined()
  })

  it('never lets a slug leave the folder, and says what it became', () => {
    const fields = read({ slug: '../../etc/passwd' })
    expect(fields.slug).toBe('etc-passwd')
    expect(fields.warnings).toEqual([
      'Its slug “../../etc/passwd” can’t be an address; it became “etc-passwd”.',
    ])
  })

  it.each<[Record<string, Plain>, string | undefined]>([
    [{ cover: 'a.png' }, 'a.png'],
    [{ image: { path: 'a.png', alt: 'Words' } }, 'a.png'],
    [{ cover: { image: 'a.png' } }, 'a.png'],
    [{ images: ['a.png', 'b.png'] }, 'a.png'],
    [{ hero_image: 'a.png' }, 'a.png'],
    [{ header: { teaser: 'a.png' } }, 'a.png'],
    [{ featured: 'yes' }, undefined],
    [{ image: '' }, undefined],
  ])('finds the cover in %j', (values, target) => {
    expect(read(values).cover?.target).toBe(target)
  })

  it('takes languages and canonical addresses that are ones, and keeps the rest', () => {
    expect(read({ lang: 'pt_BR', canonicalURL: 'https://example.org/x' })).toMatchObject({
      language: 'pt-BR',
      canonicalUrl: 'https://example.org/x',
      extra: {},
    })
    expect(read({ lang: 'the english one', canonical: 'javascript:alert(1)' })).toMatchObject({
      language: null,
      canonicalUrl: null,
      extra: { lang: 'the english one', canonical: 'javascript:alert(1)' },
    })
  })

  it('cuts what is too long, between characters', () => {
    const fields = read({ title: `${'x'.repeat(999)}🌱` })
    expect(fields.title).toBe('x'.repeat(999))
    expect(fields.warnings).toHaveLength(1)
  })
})
