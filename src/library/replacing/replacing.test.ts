import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TextPattern } from '../../document'
import { type Library, openLibrary } from '..'
import type { PostReplacements } from './replacing'

const pattern = (find: string, replace: string, more: Partial<TextPattern> = {}): TextPattern => ({
  find,
  replace,
  matchesCase: false,
  wholeWords: false,
  isRegExp: false,
  ...more,
})

describe('replacing in many posts', () => {
  let folder: string
  let library: Library

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'longhand-'))
    library = openLibrary(folder, { create: true })
  })
  afterEach(() => {
    expect(library.verify().problems).toEqual([])
    library.close()
    rmSync(folder, { recursive: true })
  })

  /** Everything that is found, as it is asked to be replaced. */
  const found = (it: TextPattern): PostReplacements[] => [...library.findMatches(it, 1000).posts]

  it('finds titles, summaries and texts, with their lines, outside the trash', () => {
    library.createPost({ title: 'Cold caches', summary: 'A cache.', body: 'One\n\nWarm the cache first.\n' })
    library.trashPost(library.createPost({ title: 'Cache', body: 'cache' }).id)
    const { posts, total } = library.findMatches(pattern('cache', 'store'), 1000)
    expect(total).toBe(3)
    expect(posts).toMatchObject([
      {
        title: 'Cold caches',
        isPublished: false,
        matches: [
          { field: 'title', before: 'Cold ', text: 'cache', after: 's', replacement: 'store' },
          { field: 'summary', before: 'A ', text: 'cache', after: '.' },
          { field: 'body', line: 3, from: 14, to: 19, before: 'Warm the ', text: 'cache', after: ' first.' },
        ],
      },
    ])
  })

  it('shows of a long line what is near, in whole words', () => {
    library.createPost({ title: 'Long', body: `${'word '.repeat(30)}cache${' word'.repeat(30)}` })
    const [match] = library.findMatches(pattern('cache', 'store'), 10).posts[0]?.matches ?? []
    expect(match?.before).toMatch(/^…(word ){7,8}$/)
    expect(match?.after).toMatch(/^( word){13,14}…$/)
  })

  it('says how many there are beyond what it gives', () => {
    library.createPost({ title: 'One', body: 'x x x' })
    const { posts, total } = library.findMatches(pattern('x', 'y'), 2)
    expect([total, posts[0]?.matches.length]).toEqual([3, 2])
  })

  it('keeps a version of what each post said, and brings all of it back', () => {
    const one = library.createPost({ title: 'Cache', body: 'cache, Cache' }).id
    const two = library.createPost({ title: 'Other', body: 'a cache' }).id
    const result = library.replacing.replace(found(pattern('cache', 'store')))
    expect(result).toMatchObject({ posts: 2, replaced: 4, skipped: 0 })
    expect(library.post(one)).toMatchObject({ title: 'store', body: 'store, store' })
    const [version] = library.history.list(one)
    expect(library.history.read(one, version?.id ?? '')).toMatchObject({
      title: 'Cache',
      body: 'cache, Cache',
    })
    expect(library.replacing.undo(result.undo)).toEqual({ replaced: 4, skipped: 0 })
    expect(library.post(one)).toMatchObject({ title: 'Cache', body: 'cache, Cache' })
    expect(library.post(two)?.body).toBe('a cache')
    expect(library.replacing.undo(result.undo)).toEqual({ replaced: 0, skipped: 0 })
  })

  it('replaces only what was chosen, and nothing that says something else by now', () => {
    const { id } = library.createPost({ title: 'Post', body: 'one two one' })
    const [first] = found(pattern('one', '1'))
    library.setBody(id, 'and one two one')
    expect(library.replacing.replace([{ id, matches: first?.matches.slice(0, 1) ?? [] }])).toMatchObject({
      posts: 0,
      replaced: 0,
      skipped: 1,
    })
    expect(library.post(id)?.body).toBe('and one two one')
  })

  it('leaves what was written into a replacement, when it is taken back', () => {
    const { id } = library.createPost({ title: 'Post', body: 'one\ntwo\none' })
    const { undo } = library.replacing.replace(found(pattern('one', 'first')))
    library.setBody(id, 'So: first\ntwo\nfi-rst.')
    expect(library.replacing.undo(undo)).toEqual({ replaced: 1, skipped: 1 })
    expect(library.post(id)?.body).toBe('So: one\ntwo\nfi-rst.')
  })

  it('makes unreleased changes of a published post', () => {
    const { id } = library.createPost({ title: 'Post', body: 'one', status: 'published' })
    library.replacing.replace(found(pattern('one', 'two')))
    expect(library.post(id)).toMatchObject({ body: 'two', hasChanges: true })
  })

  it('whatever is replaced is back after an undo', () => {
    const { id } = library.createPost({ title: 'Post' })
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '\n', '🙂'), maxLength: 20 }),
        fc.constantFrom('a', 'ab', 'a+', '[ab]', '(a)(b)?', '🙂', '$'),
        fc.constantFrom('', 'x', 'a', '$2$1', 'aab', '\\n'),
        (body, find, replace) => {
          library.setBody(id, body)
          const what = pattern(find, replace, { isRegExp: true })
          const { undo, replaced, skipped } = library.replacing.replace(found(what))
          expect(skipped).toBe(0)
          expect(library.replacing.undo(undo)).toEqual({ replaced, skipped: 0 })
          expect(library.post(id)?.body).toBe(body)
        },
      ),
      { numRuns: 60 },
    )
  })
})
