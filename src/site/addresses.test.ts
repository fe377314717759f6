import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PostId, siteSettingsSchema, slugify } from '../document'
import { fileOf, hrefOf, ownPaths, postPath, siteAddress, urlOf } from './addresses'

const post = (slug: string, fields: object = {}) => ({
  slug,
  date: '2026-03-09',
  kind: 'post' as const,
  ...fields,
})

describe('an address', () => {
  const slash = siteAddress('https://example.org/blog')
  const none = siteAddress('https://example.org/blog', 'none')

  it.each([
    ['/', '/blog/', 'index.html', '/blog/', 'index.html'],
    ['/posts/a/', '/blog/posts/a/', 'posts/a/index.html', '/blog/posts/a', 'posts/a.html'],
    ['/tags/', '/blog/tags/', 'tags/index.html', '/blog/tags', 'tags.html'],
    ['/page/2/', '/blog/page/2/', 'page/2/index.html', '/blog/page/2', 'page/2.html'],
    ['/feed.xml', '/blog/feed.xml', 'feed.xml', '/blog/feed.xml', 'feed.xml'],
    ['/ü/', '/blog/%C3%BC/', 'ü/index.html', '/blog/%C3%BC', 'ü.html'],
  ])('of %s is linked and kept as the policy says', (path, ...expected) => {
    expect([hrefOf(slash, path), fileOf(slash, path), hrefOf(none, path), fileOf(none, path)]).toEqual(
      expected,
    )
  })

  it('is whole only where the site has one', () => {
    expect(urlOf(none, '/tags/')).toBe('https://example.org/blog/tags')
    expect(urlOf(siteAddress(''), '/tags/')).toBeNull()
  })
})

describe('the path of a post', () => {
  it.each([
    ['/posts/{slug}/', '/posts/a/'],
    ['/posts/{slug}', '/posts/a/'],
    ['/{slug}/', '/a/'],
    ['/{year}/{month}/{day}/{slug}/', '/2026/03/09/a/'],
    ['/notes/{year}/{slug}/', '/notes/2026/a/'],
    // What begins as the site's own addresses do gives way.
    ['/tags/{slug}/', '/tags-post/a/'],
    ['/media/{year}/{slug}/', '/media-post/2026/a/'],
  ])('follows %s', (permalink, path) => {
    expect(siteSettingsSchema.shape.permalink.safeParse(permalink).success).toBe(true)
    expect(postPath(post('a'), permalink)).toBe(path)
  })

  it('has the day that the writer wrote', () => {
    const late = post('a', { date: '2026-03-09T23:30:00-08:00' })
    expect(postPath(late, '/{day}/{slug}/')).toBe('/09/a/')
  })

  it('that a list has is another, and a page stands at the root', () => {
    expect(postPath(post('search'), '/{slug}/')).toBe('/search-post/')
    expect(postPath(post('about', { kind: 'page' }), '/{year}/{slug}/')).toBe('/about/')
    expect(postPath(post('tags', { kind: 'page' }), '/{year}/{slug}/')).toBe('/tags-page/')
  })

  const anyPost = fc.record({
    slug: fc.oneof(
      fc.constantFrom('tags', 'tags-post', 'tags-page', 'page', 'posts', '404', '2026', '03', 'a'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map(slugify),
    ),
    kind: fc.constantFrom('post' as const, 'page' as const),
    date: fc.constantFrom('2026-03-09', '2026-01-01T00:00:00Z', '0404-12-31'),
  })
  const permalinks = fc.constantFrom(
    '/posts/{slug}/',
    '/{slug}/',
    '/{year}/{slug}',
    '/tags/{slug}/',
    '/404/{slug}',
    '/{year}/{month}/{day}/{slug}/',
  )
  /** What the site itself may have, as a pattern of files. */
  const own = /^(tags|series|archive|author|search|page|media|assets|social|pagefind|404)([/.]|$)/

  it('is its own, whatever slugs and patterns there are, in whatever order they come', () => {
    fc.assert(
      fc.property(
        fc.array(anyPost, { maxLength: 12 }),
        permalinks,
        fc.constantFrom('slash' as const, 'none' as const),
        (posts, permalink, policy) => {
          const address = siteAddress('', policy)
          const born = posts.map((it, n) => {
            const id = `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}` as PostId
            return { ...it, id, path: postPath(it, permalink) }
          })
          const placed = ownPaths(born)
          const files = placed.map(({ path }) => fileOf(address, path).toLowerCase())
          expect(new Set(files).size).toBe(posts.length)
          expect(files.filter((file) => own.test(file))).toEqual([])
          const byId = (some: typeof placed) => new Map(some.map(({ id, path }) => [id, path]))
          expect(byId(ownPaths([...born].reverse()))).toEqual(byId(placed))
          // Of those that want one path, the first-born has it.
          const first = new Map([...born].reverse().map((it) => [it.path, it.id]))
          for (const [path, id] of first) expect(byId(placed).get(id)).toBe(path)
        },
      ),
    )
  })
})
