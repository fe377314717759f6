import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Post, PostId } from '../document'
import type { FormerAddresses } from '../library'
import { fileOf } from './addresses'
import { planSite } from './plan'
import { aliasPath, findPath, findPost } from './redirects'
import { sampleLibrary, samplePost, snapshotOf } from './sample-library'
import { temporaryFolder } from './temporary-folder'

type Former = Readonly<Record<string, Partial<FormerAddresses>>>

/** A site whose posts, by slug, stood elsewhere before. */
function planOf(posts: readonly Post[], former: Former, settings: Parameters<typeof sampleLibrary>[1] = {}) {
  const formerAddresses = new Map(
    posts.flatMap(({ id, slug }): [PostId, FormerAddresses][] => {
      const of = former[slug]
      return of === undefined ? [] : [[id, { slugs: [], paths: [], ...of }]]
    }),
  )
  return planSite(snapshotOf({ ...sampleLibrary(posts, settings), formerAddresses }, temporaryFolder()), 10)
}

const moves = (plan: ReturnType<typeof planOf>) =>
  [...plan.redirects].map(([from, post]) => `${from} → ${post.path}`)

describe('a redirect', () => {
  const posts = [
    samplePost(1, { slug: 'one' }),
    samplePost(2, { slug: 'two' }),
    samplePost(3, { slug: 'about', kind: 'page' }),
  ]

  it('leads from a former slug to where the post stands, under the permalink of now', () => {
    const former = { one: { slugs: ['uno', 'eins'] }, about: { slugs: ['me'] } }
    expect(moves(planOf(posts, former, { permalink: '/{year}/{slug}/' }))).toEqual([
      '/2026/uno/ → /2026/one/',
      '/2026/eins/ → /2026/one/',
      '/me/ → /about/',
    ])
  })

  it('leads from where a post stood under another permalink, on another day, or both', () => {
    const former = { one: { slugs: ['uno'], days: ['2025-12-31'] } }
    const settings = { permalink: '/{year}/{slug}/', formerPermalinks: ['/{year}/{slug}/', '/posts/{slug}/'] }
    expect(moves(planOf(posts, former, settings))).toEqual([
      '/2026/uno/ → /2026/one/',
      '/posts/one/ → /2026/one/',
      '/posts/two/ → /2026/two/',
      '/2025/one/ → /2026/one/',
      '/2025/uno/ → /2026/one/',
      '/posts/uno/ → /2026/one/',
    ])
  })

  it('never leads from where something stands', () => {
    expect(
      moves(planOf(posts, { one: { paths: ['/posts/two', '/tags/', '/about/index.html', '/feed.xml'] } })),
    ).toEqual([])
    // Another post has the slug: what this one had was its own with a tail.
    const tail = posts[0]?.id.slice(-6)
    expect(moves(planOf(posts, { one: { slugs: ['two', 'one'] } }))).toEqual([
      `/posts/two-${tail}/ → /posts/one/`,
    ])
  })

  it('of two that would lead from one path is the first-born’s', () => {
    const former = { one: { slugs: ['x'] }, two: { slugs: ['x'], paths: ['/posts/x/'] } }
    for (const order of [posts, [...posts].reverse()])
      expect(moves(planOf(order, former))).toEqual(['/posts/x/ → /posts/one/'])
  })

  it.each([
    ['/old/post/', '/old/post/'],
    ['old-post', '/old-post/'],
    ['2019/post.html', '/2019/post.html'],
    ['/2019/post/index.html', '/2019/post/'],
    ['https://elsewhere.org/old/?p=1#x', '/old/'],
    ['/gr%C3%B6%C3%9Fe', '/größe/'],
    ['/', null],
    ['/../../etc/passwd', null],
    ['/.htaccess', null],
    ['/media/x.png', null],
    ['/a\u0000b', null],
    ['/a:b', null],
    ['/2019/con/', null],
    ['/Aux.html', null],
    ['/console/', '/console/'],
    ['C:\\old', null],
    [`/${'x'.repeat(200)}`, null],
  ])('from the alias %s leads from %s', (alias, path) => {
    expect(aliasPath(alias)).toBe(path)
  })

  it('gets a file that no other has, and that is no folder of others', () => {
    const segment = fc.constantFrom(
      'posts',
      'one',
      'two',
      'tags',
      'x',
      'X',
      'x.html',
      'feed.xml',
      'index.html',
      '404.html',
    )
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`)
    const policy = fc.constantFrom('slash' as const, 'none' as const)
    fc.assert(
      fc.property(fc.array(path), fc.array(path), policy, (ofOne, ofTwo, addresses) => {
        const plan = planOf(posts, { one: { paths: ofOne }, two: { paths: ofTwo } }, { addresses })
        const files = [...plan.paths, ...plan.redirects.keys(), '/404.html'].map((it) =>
          fileOf(plan.address, it).toLowerCase(),
        )
        expect(new Set(files).size).toBe(files.length)
        const folders = new Set(
          files.flatMap((file) =>
            file
              .split('/')
              .slice(0, -1)
              .map((_, n, parts) => parts.slice(0, n + 1).join('/')),
          ),
        )
        expect(files.filter((file) => folders.has(file))).toEqual([])
      }),
    )
  })
})

describe('a link inside the site', () => {
  const posts = [samplePost(1, { slug: 'one' }), samplePost(2, { slug: 'about', kind: 'page' })]
  const plan = () =>
    planOf(posts, { one: { slugs: ['uno'], paths: ['/old.html'] } }, { permalink: '/{year}/{slug}/' })

  it.each([
    ['/2026/one/', '/2026/one/'],
    ['/2026/one', '/2026/one/'],
    ['/posts/one/', '/2026/one/'],
    ['/2026/04/one', '/2026/one/'],
    ['/2026/uno/', '/2026/one/'],
    ['/posts/uno/', '/2026/one/'],
    ['/old.html', '/2026/one/'],
    ['/about', '/about/'],
    ['/tags', '/tags/'],
    ['/rss.xml', '/rss.xml'],
    ['/posts/three/', null],
    ['/tags/one/', null],
    ['/one/', null],
  ])('to %s leads to %s', (written, path) => {
    expect(findPath(plan(), written)).toBe(path)
  })

  it('to a post finds it by the slug that it will have, and does not say it', () => {
    const renamed = planOf(posts, { one: { nextSlug: 'eins' } })
    expect(findPost(renamed, 'eins')).toBe('/posts/one/')
    expect([...renamed.redirects, ...renamed.paths].join()).not.toContain('eins')
  })

  it('to a post finds it by the slug that it had', () => {
    expect(['one', 'uno', 'x'].map((slug) => findPost(plan(), slug))).toEqual([
      '/2026/one/',
      '/2026/one/',
      null,
    ])
  })
})
