import { describe, expect, it } from 'vitest'
import type { PostId, PostSummary } from '../../document'
import { changesCounts, isOrderedAlike, showsFieldsOf, showsTheSame } from './post-fields'

const post: PostSummary = {
  id: 'b' as PostId,
  slug: 'b',
  title: 'b',
  summary: '',
  date: '2026-02-01',
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
}

describe('two states of a post', () => {
  it('show the same when only words and the time of the edit differ', () => {
    expect(showsTheSame(post, { ...post, words: 7, editedAt: 8 })).toBe(true)
    expect(showsTheSame(post, { ...post, title: 'New' })).toBe(false)
  })

  it.each([
    { tags: ['new'] },
    { status: 'published' as const },
    { trashedAt: 5 },
    { kind: 'page' as const },
    { series: 'Caches' },
    { hasChanges: true },
  ])('%j moves it between places', (change) => {
    expect(changesCounts(post, { ...post, ...change })).toBe(true)
  })

  it('stay in their places while title, date and text change', () => {
    expect(changesCounts(post, { ...post, title: 'New', date: '2020-01-01', words: 9 })).toBe(false)
  })

  it.each([
    ['title', { title: 'New' }],
    ['date', { date: '2020-01-01' }],
    ['words', { words: 9 }],
    ['edited', { editedAt: 9 }],
  ] as const)('are apart in the order of %s after %j', (by, change) => {
    expect(isOrderedAlike(post, { ...post, ...change }, by)).toBe(false)
    expect(isOrderedAlike(post, { ...post, slug: 'other' }, by)).toBe(true)
  })
})

describe('a post whose text alone changed', () => {
  const content = { ...post, createdAt: 1, wasPublished: false, extra: {} }

  it('is shown as its document has it', () => {
    expect(showsFieldsOf({ ...post, words: 3, editedAt: 9 }, content)).toBe(true)
  })

  it.each([
    { title: 'New' },
    { tags: ['new'] },
    { status: 'published' as const },
    { trashedAt: 5 },
    { series: 'Caches' },
  ])('is not while it shows another %j', (change) => {
    expect(showsFieldsOf({ ...post, ...change }, content)).toBe(false)
  })
})
