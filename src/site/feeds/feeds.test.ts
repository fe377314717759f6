import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { Post } from '../../document'
import { childrenOf, parseXml, textOf } from '../parse-xml'
import { planSite } from '../plan'
import { sampleLibrary, samplePost, snapshotOf } from '../sample-library'
import { temporaryFolder } from '../temporary-folder'
import { feedEntry, feedFiles, feedsOf } from '.'

type Settings = Parameters<typeof sampleLibrary>[1]

const attack = `]]></title><script>alert('1')</script>&amp;"\u0000\ud800\u2028`
/** All feeds of a site whose posts read `html`, by file. */
function feedsFor(
  posts: readonly Post[],
  html: string,
  settings: Settings = {},
  folder = temporaryFolder(),
): Map<string, string> {
  const plan = planSite(snapshotOf(sampleLibrary(posts, settings), folder), 10)
  const entries = new Map(
    plan.posts.map((post) => [
      post,
      feedEntry(plan, { post, title: post.title || 'Untitled', html, cover: null }),
    ]),
  )
  return new Map(
    feedsOf(plan).flatMap((feed) =>
      feedFiles(plan, feed, entries).map(({ file, content }) => [file, content]),
    ),
  )
}

const anyText = fc.string({ unit: 'binary', maxLength: 40 })

describe('the feeds', () => {
  it('are well-formed whatever was written', () => {
    const folder = temporaryFolder()
    const wild = fc.record({ title: anyText, summary: anyText, html: anyText, tag: anyText })
    fc.assert(
      fc.property(wild, ({ title, summary, html, tag }) => {
        const posts = [samplePost(1, { title, summary, tags: [tag || '-'] })]
        const settings = { title: summary, author: html, tagline: title }
        for (const [file, content] of feedsFor(posts, html, settings, folder)) {
          if (file.endsWith('.json')) JSON.parse(content)
          else parseXml(content)
          // No half of a pair, no control: nothing that a parser of another make would end at.
          expect(content).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
        }
      }),
    )
  })

  it('give another library of feeds the same posts in each format', () => {
    const posts = [
      samplePost(1, {
        title: 'One & <two>',
        summary: 'In short.',
        tags: ['C++', 'a & b'],
        date: '2026-03-01T09:30:00+01:00',
      }),
      samplePost(2, { canonicalUrl: 'https://elsewhere.org/two', language: 'de' }),
    ]
    const html = '<p>Text &amp; more</p>'
    const files = feedsFor(posts, html)
    const atom = parseAtomFeed(files.get('feed.xml') ?? '')
    const rss = parseRssFeed(files.get('rss.xml') ?? '')
    const json = parseJsonFeed(files.get('feed.json') ?? '')
    const ids = posts.map(({ id }) => `urn:uuid:${id}`)
    expect(atom.entries?.map(({ id }) => id)).toEqual(ids)
    expect(rss.items?.map(({ guid }) => guid)).toEqual(ids.map((value) => ({ value, isPermaLink: false })))
    expect(json.items?.map(({ id }) => id)).toEqual(ids)
    expect(atom.entries?.[0]?.content).toMatchObject({ value: html, type: 'html' })
    expect(rss.items?.[0]?.content?.encoded).toBe(html)
    expect(json.items?.[0]?.content_html).toBe(html)
    const when = Date.UTC(2026, 2, 1, 8, 30)
    const dates = [atom.entries?.[0]?.published, rss.items?.[0]?.pubDate, json.items?.[0]?.date_published]
    expect(dates.map((date) => Date.parse(String(date)))).toEqual([when, when, when])
    expect(json.items?.[0]).toMatchObject({
      title: 'One & <two>',
      summary: 'In short.',
      tags: ['C++', 'a & b'],
    })
    expect(json.items?.[1]).toMatchObject({ external_url: 'https://elsewhere.org/two', language: 'de' })
  })

  it('hold to the rules that the W3C’s validator checks', () => {
    const posts = [samplePost(1, { title: attack, summary: attack, tags: [attack] }), samplePost(2)]
    const files = feedsFor(posts, attack, { title: 'T', tagline: '' })
    const channel = childrenOf(parseXml(files.get('rss.xml') ?? ''), 'channel')[0]!
    expect(['title', 'link', 'description', 'language'].map((name) => textOf(channel, name))).toEqual([
      'T', 'https://example.org/blog/', 'T', 'en',
    ]) // biome-ignore format: a list reads better in one line
    expect(childrenOf(channel, 'atom:link')[0]?.attributes).toEqual({
      rel: 'self',
      type: 'application/rss+xml',
      href: 'https://example.org/blog/rss.xml',
    })
    for (const item of childrenOf(channel, 'item')) {
      const date = textOf(item, 'pubDate') ?? ''
      expect(date).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/)
      expect(textOf(item, 'link')).toMatch(/^https:\/\/example\.org\/blog\/posts\//)
      expect(childrenOf(item, 'guid')[0]).toMatchObject({ attributes: { isPermaLink: 'false' } })
    }
    const feed = parseXml(files.get('feed.xml') ?? '')
    const entries = childrenOf(feed, 'entry')
    for (const element of [feed, ...entries]) {
      for (const name of ['id', 'title', 'updated']) expect(childrenOf(element, name)).toHaveLength(1)
      expect(textOf(element, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    }
    expect(textOf(childrenOf(feed, 'author')[0]!, 'name')).toBe('Ada Muster')
    expect(new Set(entries.map((entry) => textOf(entry, 'id'))).size).toBe(2)
    const json = JSON.parse(files.get('feed.json') ?? '')
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      home_page_url: 'https://example.org/blog/',
      feed_url: 'https://example.org/blog/feed.json',
      icon: 'https://example.org/blog/icon-512.png',
    })
  })

  it('of the site have 20 posts and those of a tag 10, the newest', () => {
    const posts = Array.from({ length: 30 }, (_, index) => samplePost(index + 1, { tags: ['C++'] }))
    const files = feedsFor(posts, '')
    expect([...files.keys()]).toEqual([
      'feed.xml', 'rss.xml', 'feed.json',
      'tags/c-plus-plus/feed.xml', 'tags/c-plus-plus/rss.xml', 'tags/c-plus-plus/feed.json',
    ]) // biome-ignore format: a list reads better in two lines
    const counts = [...files].map(([file, content]) =>
      file.endsWith('.json') ? JSON.parse(content).items.length : content.match(/<(entry|item)>/g)?.length,
    )
    expect(counts).toEqual([20, 20, 20, 10, 10, 10])
    expect(JSON.parse(files.get('tags/c-plus-plus/feed.json') ?? '').items[0].title).toBe('Post 1')
  })

  it('take their times from the posts', () => {
    const posts = [
      samplePost(1, { editedAt: Date.UTC(2026, 6, 1) }),
      samplePost(2, { editedAt: Date.UTC(2026, 5, 1) }),
    ]
    const files = feedsFor(posts, '')
    expect([...(files.get('feed.xml') ?? '').matchAll(/<updated>(.*?)</g)].map(([, time]) => time)).toEqual([
      '2026-07-01T00:00:00Z',
      '2026-07-01T00:00:00Z',
      '2026-06-01T00:00:00Z',
    ])
    expect(files.get('rss.xml')).toContain('<lastBuildDate>Wed, 01 Jul 2026 00:00:00 GMT</lastBuildDate>')
  })

  it('make the links of the content absolute, and only those', () => {
    const html = [
      '<p><a href="/blog/posts/b/">b</a> <a href="#fn:1">1</a> <a href="https://x.org/">x</a> href="/c"',
      '<img alt="a > b" srcset="/blog/media/a-320.avif 320w, /blog/media/a.png 640w" src="/blog/media/a.png">',
      '<video poster="/blog/media/p.jpg" src="//cdn.org/v.mp4"></video></p>',
    ]
    const content = JSON.parse(feedsFor([samplePost(1)], html.join('')).get('feed.json') ?? '').items[0]
      .content_html
    const site = 'https://example.org/blog'
    expect(content).toBe(
      [
        `<p><a href="${site}/posts/b/">b</a> <a href="${site}/posts/post-1/#fn:1">1</a> <a href="https://x.org/">x</a> href="/c"`,
        `<img alt="a > b" srcset="${site}/media/a-320.avif 320w, ${site}/media/a.png 640w" src="${site}/media/a.png">`,
        `<video poster="${site}/media/p.jpg" src="//cdn.org/v.mp4"></video></p>`,
      ].join(''),
    )
  })

  it('have headings without the marks that lead to them', () => {
    const mark =
      '<a class="permalink" href="#a" aria-label="Link to “a > b”"><span aria-hidden="true">#</span></a>'
    const feed = feedsFor([samplePost(1)], `<h2 id="a">A ${mark}</h2><h2 id="b">B ${mark}</h2>`, {
      baseUrl: '',
    })
    expect(JSON.parse(feed.get('feed.json') ?? '').items[0].content_html).toBe(
      '<h2 id="a">A</h2><h2 id="b">B</h2>',
    )
  })

  it('have an id of their own without an address, the same each time', () => {
    const feeds = [1, 2].map(() => feedsFor([samplePost(1)], '', { baseUrl: '' }))
    expect(feeds[0]).toEqual(feeds[1])
    expect(feeds[0]?.get('feed.xml')).toMatch(
      /<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}<\/id>/,
    )
    expect(JSON.parse(feeds[0]?.get('feed.json') ?? '')).not.toHaveProperty('home_page_url')
    expect(feedsFor([], '', { baseUrl: '' }).get('feed.xml')).toContain(
      '<updated>1970-01-01T00:00:00Z</updated>',
    )
  })
})
