import { describe, expect, it } from 'vitest'
import type { Post } from '../document'
import { atomFeed } from './feed'
import { planSite } from './plan'
import { sampleLibrary, samplePost, snapshotOf } from './sample-library'
import { sitemap } from './sitemap'
import { temporaryFolder } from './temporary-folder'

const attack = `]]></title><script>alert('1')</script>&amp;"\u0000\ud800`

function planOf(posts: readonly Post[], settings: Parameters<typeof sampleLibrary>[1] = {}) {
  return planSite(snapshotOf(sampleLibrary(posts, settings), temporaryFolder()), 10)
}

function feedOf(posts: readonly Post[], html: string, settings: Parameters<typeof sampleLibrary>[1] = {}) {
  const plan = planOf(posts, settings)
  return atomFeed(
    plan,
    plan.posts.map((post) => ({ post, title: post.title, html })),
  )
}

/** Throws unless the XML is well-formed: elements nest, attributes are quoted, entities are XML's own. */
function assertWellFormed(xml: string) {
  const open: string[] = []
  const rest = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '')
  for (const [whole, text] of rest.matchAll(/<[^>]*>|([^<]+)/g)) {
    if (text !== undefined) {
      expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/)
      continue
    }
    const tag = /^<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>$/.exec(whole)
    expect(tag, whole).not.toBeNull()
    if (tag?.[1] === '/') expect(open.pop()).toBe(tag[2])
    else if (tag?.[4] !== '/') open.push(tag?.[2] ?? '')
  }
  expect(open).toEqual([])
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
}

describe('the feed', () => {
  it('is well-formed whatever the writer wrote', () => {
    const posts = [samplePost(1, { title: attack, summary: attack, tags: [attack] })]
    const feed = feedOf(posts, attack, { title: attack, tagline: attack, author: attack })
    assertWellFormed(feed)
    expect(feed).not.toContain('<script')
  })

  it('names posts by their ids and takes its time from them', () => {
    const [older, newer] = [
      samplePost(2, { editedAt: Date.UTC(2026, 5, 1) }),
      samplePost(1, { editedAt: Date.UTC(2026, 6, 1) }),
    ]
    const feed = feedOf([newer!, older!], '')
    expect(feed).toContain(`<id>urn:uuid:${newer?.id}</id>`)
    expect([...feed.matchAll(/<updated>(.*?)</g)].map(([, time]) => time)).toEqual([
      '2026-07-01T00:00:00Z',
      '2026-07-01T00:00:00Z',
      '2026-06-01T00:00:00Z',
    ])
  })

  it('makes the links of the content absolute, and only those', () => {
    const html =
      '<p><a href="/blog/posts/b/">b</a> <a href="#fn:1">1</a> <a href="https://x.org/">x</a> <img src="/blog/media/a.png"> href="/c"</p>'
    const feed = feedOf([samplePost(1)], html)
    expect(feed).toContain(
      '&lt;p&gt;&lt;a href=&quot;https://example.org/blog/posts/b/&quot;&gt;b&lt;/a&gt; &lt;a href=&quot;https://example.org/blog/posts/post-1/#fn:1&quot;&gt;1&lt;/a&gt; &lt;a href=&quot;https://x.org/&quot;&gt;x&lt;/a&gt; &lt;img src=&quot;https://example.org/blog/media/a.png&quot;&gt; href=&quot;/c&quot;&lt;/p&gt;',
    )
  })

  it('has an id of its own without an address, the same each time', () => {
    const feeds = [feedOf([], '', { baseUrl: '' }), feedOf([], '', { baseUrl: '' })]
    expect(feeds[0]).toBe(feeds[1])
    expect(feeds[0]).toMatch(
      /<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}<\/id>/,
    )
    expect(feeds[0]).toContain('<updated>1970-01-01T00:00:00Z</updated>')
    assertWellFormed(feeds[0]!)
  })
})

describe('the sitemap', () => {
  it('is well-formed, and leaves out what is canonical elsewhere', () => {
    const posts = [
      samplePost(1, { slug: 'größe&co' }),
      samplePost(2, { canonicalUrl: 'https://elsewhere.org/' }),
    ]
    const map = sitemap(planOf(posts)) ?? ''
    assertWellFormed(map)
    expect([...map.matchAll(/<loc>(.*?)</g)].map(([, url]) => url)).toEqual([
      'https://example.org/blog/',
      'https://example.org/blog/posts/gr%C3%B6%C3%9Fe%26co/',
    ])
  })

  it('is not made without a base URL', () => {
    expect(sitemap(planOf([], { baseUrl: '' }))).toBeNull()
  })
})
