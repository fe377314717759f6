import { describe, expect, it } from 'vitest'
import type { PostId, PostSummary } from '../../document'
import { showsFieldsOf, withPost } from './post-lists'

const post = (id: string, date: string, title = id): PostSummary => ({
  id: id as PostId,
  slug: id,
  title,
  summary: '',
  date,
  status: 'draft',
  tags: [],
  words: 0,
  cover: null,
  language: null,
  canonicalUrl: null,
  editedAt: 0,
  trashedAt: null,
  kind: 'post',
  series: null,
  releasedAt: null,
  hasChanges: false,
})
const list = [post('c', '2026-03-01'), post('b', '2026-02-01'), post('a', '2026-01-01')]
const ids = (posts: readonly PostSummary[]) => posts.map(({ id }) => id).join('')

describe('a list with a post as it is now', () => {
  it('changes it in its place', () => {
    const next = withPost(list, post('b', '2026-02-01', 'New title'), true)
    expect(ids(next)).toBe('cba')
    expect(next[1]?.title).toBe('New title')
  })

  it('is the same list when nothing changed', () => {
    expect(withPost(list, post('b', '2026-02-01'), true)).toBe(list)
    expect(withPost(list, post('z', '2026-02-01'), false)).toBe(list)
    expect(withPost(list, { ...post('b', '2026-02-01'), words: 7, editedAt: 8 }, true)).toBe(list)
  })

  it('moves it by its date, adds it, and leaves it out', () => {
    expect(ids(withPost(list, post('a', '2026-02-10'), true))).toBe('cab')
    expect(ids(withPost(list, post('d', '2025-01-01'), true))).toBe('cbad')
    expect(ids(withPost(list, post('e', '2027-01-01'), true))).toBe('ecba')
    expect(ids(withPost(list, post('b', '2026-02-01'), false))).toBe('ca')
  })
})

describe('a post whose text alone changed', () => {
  const content = { ...post('b', '2026-02-01'), createdAt: 1, wasPublished: false, extra: {} }

  it('is shown as its document has it', () => {
    expect(showsFieldsOf({ ...post('b', '2026-02-01'), words: 3, editedAt: 9 }, content)).toBe(true)
  })

  it.each([{ title: 'New' }, { tags: ['new'] }, { status: 'published' as const }, { trashedAt: 5 }])(
    'is not while it shows another %j',
    (change) => {
      expect(showsFieldsOf({ ...post('b', '2026-02-01'), ...change }, content)).toBe(false)
    },
  )
})
