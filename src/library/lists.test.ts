import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { randomCases } from '../random-cases'
import { type Library, type ListRequest, openLibrary } from '.'

const day = 24 * 60 * 60_000

let folder: string
let library: Library
let time: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-'))
  time = Date.UTC(2026, 10, 24)
  library = openLibrary(folder, { create: true, now: () => time })
})
afterEach(() => {
  expect(library.verify().problems).toEqual([])
  library.close()
  rmSync(folder, { recursive: true })
})

const newestFirst = { by: 'date', descending: true } as const
const titles = (request: Partial<ListRequest>, offset = 0, limit = 100) => {
  const { posts, total } = library.lists.page({ view: 'all', sort: newestFirst, ...request }, offset, limit)
  return [total, ...posts.map(({ title }) => title)]
}
const write = (title: string, date: string, more: Parameters<Library['createPost']>[0] = {}) =>
  library.createPost({ title, date, ...more }).id

describe('a list in parts', () => {
  it('is sorted and cut, and says where a post is', () => {
    write('beta', '2026-01-02', { body: 'one two three' })
    const id = write('Alpha', '2026-01-01', { body: 'one' })
    write('gamma', '2026-01-03', { body: 'one two' })
    expect(titles({})).toEqual([3, 'gamma', 'beta', 'Alpha'])
    expect(titles({ sort: { by: 'title', descending: false } })).toEqual([3, 'Alpha', 'beta', 'gamma'])
    expect(titles({ sort: { by: 'words', descending: true } })).toEqual([3, 'beta', 'gamma', 'Alpha'])
    expect(titles({}, 1, 1)).toEqual([3, 'beta'])
    write('Part 10', '2025-01-01')
    write('part 9', '2025-01-02')
    expect(titles({ sort: { by: 'title', descending: false } }, 3)).toEqual([5, 'part 9', 'Part 10'])
    time += day
    library.setBody(id, 'edited')
    const byEdit: ListRequest = { view: 'all', sort: { by: 'edited', descending: true } }
    expect(library.lists.page(byEdit, 0, 1).posts[0]?.title).toBe('Alpha')
    expect(library.lists.position(byEdit, id)).toBe(0)
    expect(library.lists.position({ ...byEdit, view: 'published' }, id)).toBe(-1)
  })

  it('has a view for each place, and counts them', () => {
    write('draft', '2026-01-01')
    const live = write('live', '2026-01-02', { status: 'published', tags: ['a'], series: 'Caches' })
    write('about', '2026-01-03', { kind: 'page', status: 'published' })
    library.trashPost(write('old', '2026-01-04'))
    library.setBody(live, 'changed')
    expect(library.lists.counts()).toEqual({ all: 3, draft: 1, published: 2, changed: 1, page: 1, trash: 1 })
    expect(titles({ view: 'changed' })).toEqual([1, 'live'])
    expect(titles({ view: 'page' })).toEqual([1, 'about'])
    expect(titles({ view: 'trash' })).toEqual([1, 'old'])
    expect(titles({ tag: 'a' })).toEqual([1, 'live'])
    expect(titles({ series: 'Caches' })).toEqual([1, 'live'])
  })

  it('is narrowed by a query', () => {
    write('One', '2026-01-01', { body: 'a quick fox', tags: ['animal'] })
    write('Two', '2026-02-01', { body: 'a slow fox', status: 'published' })
    write('Three', '2026-03-01', { body: '東京の狐は速い' })
    expect(titles({ query: 'fox' })).toEqual([2, 'Two', 'One'])
    expect(titles({ query: '"slow fox"' })).toEqual([1, 'Two'])
    expect(titles({ query: 'qui' })).toEqual([1, 'One'])
    expect(titles({ query: 'fox before:2026-01-15' })).toEqual([1, 'One'])
    expect(titles({ query: 'after:2026-01-15' })).toEqual([2, 'Three', 'Two'])
    expect(titles({ query: 'status:published' })).toEqual([1, 'Two'])
    expect(titles({ query: 'tag:Animal' })).toEqual([1, 'One'])
    expect(titles({ query: '東京' })).toEqual([1, 'Three'])
    expect(titles({ query: '"fox' })).toEqual([2, 'Two', 'One'])
  })
})

describe('many posts at once', () => {
  it('get tags, status, dates and the trash, and all of it is undone', () => {
    const [a, b] = [write('a', '2026-01-01', { tags: ['x'] }), write('b', '2026-01-02')]
    const before = library.posts()
    const { changed, undo } = library.batch.change([a, b], {
      addTags: ['new'],
      removeTags: ['x'],
      status: 'published',
      trashed: true,
      date: '2026-05-05',
    })
    expect(changed).toBe(2)
    expect(library.posts({ trashed: true })).toMatchObject([
      { tags: ['new'], status: 'published', date: '2026-05-05', hasChanges: false },
      { tags: ['new'], status: 'published', date: '2026-05-05', hasChanges: false },
    ])
    library.batch.undo(undo)
    expect(library.posts()).toEqual(before)
  })

  it('keep on undo what was changed since, and what the site shows', () => {
    const id = write('a', '2026-01-01', { tags: ['x'], body: 'public', status: 'published' })
    const tagged = library.batch.change([id], { addTags: ['new'], date: '2026-02-02' })
    library.setPost(id, { tags: ['x', 'new', 'mine'], date: '2026-03-03' })
    library.batch.undo(tagged.undo)
    expect(library.post(id)).toMatchObject({ tags: ['mine', 'x'], date: '2026-03-03' })
    library.releases.update(id)
    library.setBody(id, 'public and not yet')
    library.batch.undo(library.batch.change([id], { status: 'draft' }).undo)
    const snapshot = library.snapshot()
    expect([...snapshot.publishedPosts()].map(({ body }) => body)).toEqual(['public'])
    snapshot.close()
  })

  it('are changed together or not at all', () => {
    const a = write('a', '2026-01-01')
    const gone = write('b', '2026-01-01')
    library.trashPost(gone)
    library.trash.empty()
    expect(() => library.batch.change([a, gone], { addTags: ['x'] })).toThrow(/no such post/)
    expect(library.post(a)?.tags).toEqual([])
  })

  it('undo is the identity, whatever was changed', () => {
    const tag = fc.constantFrom('a', 'b', 'c')
    const change = fc.record(
      {
        addTags: fc.array(tag),
        removeTags: fc.array(tag),
        status: fc.constantFrom('draft' as const, 'published' as const),
        date: fc.constantFrom('2026-01-01', '2025-01-01'),
        trashed: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    const ids = [
      write('a', '2026-01-01', { tags: ['a', 'b'] }),
      write('b', '2026-01-02', { status: 'published' }),
    ]
    const state = () => ids.map((id) => ({ ...library.post(id), editedAt: 0, releasedAt: 0 }))
    fc.assert(
      fc.property(fc.subarray(ids), change, (some, what) => {
        const before = state()
        library.batch.undo(library.batch.change(some, what).undo)
        expect(state()).toEqual(before)
      }),
      { numRuns: randomCases(40) },
    )
  })
})

describe('tags', () => {
  it('are renamed, merged, described and removed, on the site as well', () => {
    const a = write('a', '2026-01-01', { tags: ['js'], status: 'published' })
    const b = write('b', '2026-01-01', { tags: ['javascript', 'js'], status: 'published' })
    library.setBody(b, 'not released yet')
    library.tagging.describe('js', 'The language of the web')
    library.tagging.rename('js', 'javascript')
    expect(library.tagging.list()).toEqual([
      { name: 'javascript', count: 2, description: 'The language of the web' },
    ])
    expect(library.post(a)).toMatchObject({ tags: ['javascript'], hasChanges: false })
    expect(library.post(b)).toMatchObject({ tags: ['javascript'], hasChanges: true })
    const { undo } = library.tagging.remove('javascript')
    expect(library.tagging.list()).toEqual([])
    library.batch.undo(undo)
    expect(library.post(a)?.tags).toEqual(['javascript'])
    expect(library.tagging.list()).toMatchObject([{ description: 'The language of the web' }])
    library.batch.undo(library.tagging.rename('javascript', 'ecmascript').undo)
    expect(library.tagging.list()).toMatchObject([
      { name: 'javascript', description: 'The language of the web' },
    ])
    expect(() => library.tagging.rename('none', 'x')).toThrow(/No post has/)
  })
})

describe('filters', () => {
  it('are kept, changed and removed', () => {
    const { id } = library.filters.save({ name: 'Old drafts', query: 'status:draft before:2026-01-01' })
    library.filters.save({ id, name: 'Older drafts', query: 'status:draft before:2025-01-01' })
    expect(library.filters.list()).toEqual([
      { id, name: 'Older drafts', query: 'status:draft before:2025-01-01' },
    ])
    library.filters.remove(id)
    expect(library.filters.list()).toEqual([])
    expect(() => library.filters.remove(id)).toThrow(/no such filter/)
  })
})

describe('the trash', () => {
  it('is emptied after 30 days, and what was in it never comes back', () => {
    const old = write('old', '2026-01-01', { body: 'words that nobody finds' })
    const { state } = library.openDraft(old)
    library.history.mark(old)
    library.trashPost(old)
    time += 20 * day
    library.trashPost(write('newer', '2026-01-01'))
    expect(library.trash.emptyOld()).toBe(0)
    time += 11 * day
    const heard: unknown[] = []
    const stop = library.onChange(({ documents }) => heard.push(...documents))
    expect(library.trash.emptyOld()).toBe(1)
    stop()
    expect(heard).toContain(old)
    expect(titles({ view: 'trash' })).toEqual([1, 'newer'])
    expect(library.post(old)).toBeUndefined()
    expect(() => library.appendUpdate(old, state)).toThrow(/no such post/)
    expect(library.trash.empty()).toBe(1)
    library.rebuildProjection()
    expect(library.lists.counts()).toMatchObject({ all: 0, trash: 0 })
  })
})
