import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  countWords,
  createPostDocument,
  isDate,
  isSlug,
  newId,
  openDocument,
  type PostId,
  readingMinutes,
  readPost,
  readSite,
  replaceText,
  slugify,
  writePost,
} from '.'

describe('slugify', () => {
  it.each([
    ['Hello, World!', 'hello-world'],
    ['C++ & “Rust”: don’t panic', 'c-rust-dont-panic'],
    ['Ünïcödé straße', 'unicode-strasse'],
    ['日本語 タイトル', '日本語-タイトル'],
    ['Привет, мир', 'привет-мир'],
    ['🎈', 'post'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con-post'],
    ['index', 'index-post'],
  ])('makes %j %j', (title, slug) => expect(slugify(title)).toBe(slug))

  it('gives a name that every file system takes, and is its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const slug = slugify(title)
        expect(isSlug(slug)).toBe(true)
        expect(new TextEncoder().encode(slug).length).toBeLessThanOrEqual(105)
        expect(slug).not.toMatch(/[\\/:*?"<>|.\s\p{Cc}]|^-|-$/u)
      }),
    )
  })
})

describe('replaceText', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 })

  it('makes the text read exactly what was given', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const doc = openDocument('x')
        const body = doc.getText('body')
        body.insert(0, before)
        replaceText(body, after)
        expect(body.toString()).toBe(after)
      }),
    )
  })

  it('keeps what somebody else writes elsewhere at the same time', () => {
    const here = openDocument('x')
    here.getText('body').insert(0, 'one\n\ntwo\n')
    const there = openDocument('x')
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    replaceText(here.getText('body'), 'ONE\n\ntwo\n')
    there.getText('body').insert(8, ' and three')
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    expect(here.getText('body').toString()).toBe('ONE\n\ntwo and three\n')
  })

  it('never cuts a surrogate pair in half', () => {
    const doc = openDocument('x')
    const body = doc.getText('body')
    body.insert(0, 'a😀b')
    replaceText(body, 'a😁b')
    expect(Y.encodeStateAsUpdate(doc).length).toBeGreaterThan(0)
    expect(body.toString()).toBe('a😁b')
  })
})

describe('a post’s document', () => {
  const born = (content: Parameters<typeof createPostDocument>[2] = {}) =>
    createPostDocument(newId<PostId>(), Date.UTC(2026, 0, 2), content)

  it('is a draft dated by its birth until it is told otherwise', () => {
    expect(readPost(born({ title: 'New' }))).toMatchObject({
      status: 'draft',
      date: '2026-01-02T00:00:00Z',
      slug: 'new',
      trashedAt: null,
    })
  })

  it('reads fields of the wrong shape as absent, and as private', () => {
    const doc = born({ title: 'Odd' })
    const meta = doc.getMap('meta')
    meta.set('status', 'everyone')
    meta.set('slug', '../../x')
    meta.set('date', { when: 'soon' })
    meta.set('cover', 7)
    meta.set('createdAt', 1e300)
    meta.set('trashedAt', Number.NaN)
    expect(readPost(doc)).toMatchObject({
      status: 'draft',
      slug: 'odd',
      cover: null,
      createdAt: 0,
      trashedAt: null,
    })
    expect(isDate(readPost(doc).date)).toBe(true)
  })

  it('merges tags that two machines add and remove', () => {
    const here = born({ tags: ['a', 'b'] })
    const there = openDocument(here.guid)
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    writePost(here, { tags: ['b', 'c'] })
    writePost(there, { tags: ['a', 'b', 'd'] })
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    expect(readPost(here).tags).toEqual(['b', 'c', 'd'])
  })

  it('of a site reads every setting, whatever is in it', () => {
    const doc = openDocument('site')
    doc.getMap('settings').set('title', 5)
    doc.getMap('settings').set('baseUrl', 'javascript:alert(1)')
    expect(readSite(doc)).toMatchObject({ title: 'My blog', baseUrl: '' })
    doc.getMap('settings').set('baseUrl', 'https://example.org/a%0Ab/')
    expect(readSite(doc).baseUrl).toBe('')
  })
})

describe('dates', () => {
  it.each(['2026-11-24', '2026-11-24T09:30:00Z', '2026-11-24T09:30+05:30', '2024-02-29'])(
    '%s is one',
    (date) => expect(isDate(date)).toBe(true),
  )
  it.each(['', 'today', '2026-02-30', '2026-13-01', '24.11.2026', '2026-11-24T25:00:00Z', '2026-1-1'])(
    '%j is none',
    (date) => expect(isDate(date)).toBe(false),
  )
})

describe('words', () => {
  it('are counted in prose, not in code or link targets', () => {
    expect(
      countWords('Don’t count [this link](https://example.com/a-b) twice.\n\n```js\nlet x = 1\n```\n\nEnd'),
    ).toBe(6)
    expect(countWords('日本語 two words')).toBe(5)
    expect(countWords('')).toBe(0)
  })

  it('are counted in links that end, and in those that never do, at once', () => {
    expect(countWords('[a](b c) [d](e\n) [f](g h')).toBe(6)
    // In square time this would take an hour.
    expect(countWords('[a]('.repeat(250_000))).toBe(250_000)
  })

  it('take at least a minute to read', () => {
    expect([readingMinutes(0), readingMinutes(238), readingMinutes(2380)]).toEqual([1, 1, 10])
  })
})
