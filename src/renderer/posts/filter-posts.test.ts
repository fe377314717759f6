import { describe, expect, it } from 'vitest'
import type { PostId, PostStatus, PostSummary } from '../../document'
import { countPosts, postsOf, searchTitles } from './filter-posts'

const post = (id: string, status: PostStatus, tags: string[] = []): PostSummary => ({
  id: id as PostId,
  slug: id,
  title: `Title ${id}`,
  summary: `About ${id.toUpperCase()}`,
  date: '2026-01-01',
  status,
  tags,
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
const live = [post('a', 'draft', ['rust']), post('b', 'published', ['Ada', 'rust']), post('c', 'draft')]
const trashed = [post('t', 'draft', ['rust'])]
const ids = (posts: readonly PostSummary[]) => posts.map(({ id }) => id).join('')

describe('places', () => {
  it.each([
    ['all', 'abc'],
    ['draft', 'ac'],
    ['published', 'b'],
    ['trash', 't'],
  ] as const)('%s holds %s', (kind, expected) => {
    expect(ids(postsOf({ kind }, live, trashed))).toBe(expected)
  })

  it('a tag holds the posts that carry it, outside the trash', () => {
    expect(ids(postsOf({ kind: 'tag', tag: 'rust' }, live, trashed))).toBe('ab')
  })

  it('are counted, tags in reading order', () => {
    expect(countPosts(live)).toEqual({
      all: 3,
      draft: 2,
      published: 1,
      tags: [
        { name: 'Ada', count: 1 },
        { name: 'rust', count: 2 },
      ],
    })
  })

  it('titles are searched by every word, in any case', () => {
    expect(ids(searchTitles(live, 'TITLE c'))).toBe('c')
    expect(ids(searchTitles(live, 'title z'))).toBe('')
  })
})
