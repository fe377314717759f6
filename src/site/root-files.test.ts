import { describe, expect, it } from 'vitest'
import type { Post } from '../document'
import { childrenOf, parseXml, textOf } from './parse-xml'
import { planSite, type SitePlan } from './plan'
import { rootFiles } from './root-files'
import { sampleLibrary, samplePost, snapshotOf } from './sample-library'
import { sitemapFiles } from './sitemap'
import { temporaryFolder } from './temporary-folder'

type Settings = Parameters<typeof sampleLibrary>[1]

const planOf = (posts: readonly Post[], settings: Settings = {}): SitePlan =>
  planSite(snapshotOf(sampleLibrary(posts, settings), temporaryFolder()), 10)

function filesOf(posts: readonly Post[], settings: Settings = {}): Map<string, string> {
  const files = rootFiles(planOf(posts, settings), '#97271b')
  return new Map(files.flatMap((it) => (it.kind === 'text' ? [[it.file, it.content]] : [])))
}

/** What a sitemap lists, with its date. */
const listed = (xml: string) =>
  childrenOf(parseXml(xml), 'url').map((url) => [textOf(url, 'loc'), textOf(url, 'lastmod')])

describe('the sitemap', () => {
  it('says when what a page shows changed last, and leaves out what is canonical elsewhere', () => {
    const posts = [
      samplePost(1, { slug: 'größe', date: '2025-05-01', editedAt: Date.UTC(2025, 5, 1), tags: ['c'] }),
      samplePost(2, {
        canonicalUrl: 'https://elsewhere.org/',
        date: '2024-01-01',
        editedAt: Date.UTC(2026, 0, 1),
      }),
      samplePost(3, { kind: 'page', slug: 'about', editedAt: Date.UTC(2023, 0, 1), date: '2023-01-01' }),
    ]
    const site = 'https://example.org/blog'
    const [early, late] = ['2025-06-01T00:00:00Z', '2026-01-01T00:00:00Z']
    expect(listed(filesOf(posts).get('sitemap.xml') ?? '')).toEqual([
      [`${site}/`, late],
      [`${site}/posts/gr%C3%B6%C3%9Fe/`, early],
      [`${site}/about/`, '2023-01-01T00:00:00Z'],
      [`${site}/tags/`, late],
      [`${site}/tags/c/`, early],
      [`${site}/archive/`, late],
      [`${site}/archive/2025/`, early],
      [`${site}/archive/2024/`, late],
      [`${site}/author/`, late],
    ])
  })

  it('is several when there are more addresses than one may have', () => {
    const posts = Array.from({ length: 7 }, (_, index) => samplePost(index + 1))
    const [index, ...parts] = sitemapFiles(planOf(posts), 4)
    const contents = parts.flatMap((it) => (it.kind === 'text' ? [listed(it.content).length] : []))
    expect(contents).toEqual([4, 4, 3])
    expect(
      index?.kind === 'text' && childrenOf(parseXml(index.content), 'sitemap').map((it) => textOf(it, 'loc')),
    ).toEqual([1, 2, 3].map((n) => `https://example.org/blog/sitemap-${n}.xml`))
  })

  it('is not made without a base URL', () => {
    const files = filesOf([], { baseUrl: '' })
    expect(files.has('sitemap.xml')).toBe(false)
    expect(files.get('robots.txt')).toBe('User-agent: *\nDisallow:\n')
  })
})

describe('robots.txt', () => {
  it('denies the crawlers that gather texts for models where the writer wants that', () => {
    const robots = filesOf([], { aiCrawlers: 'deny' }).get('robots.txt') ?? ''
    const [denied, others] = robots.split('Disallow: /\n')
    for (const name of ['GPTBot', 'ClaudeBot', 'CCBot', 'Google-Extended', 'PerplexityBot'])
      expect(denied).toContain(`User-agent: ${name}\n`)
    expect(denied).not.toMatch(/^User-agent: (\*|Googlebot|bingbot)$/m)
    expect(others).toBe('\nUser-agent: *\nDisallow:\n\nSitemap: https://example.org/blog/sitemap.xml\n')
    expect(filesOf([]).get('robots.txt')).not.toContain('GPTBot')
  })
})

describe('security.txt', () => {
  it('needs a contact and a day on which it ends', () => {
    const securityContact = 'mailto:safe@example.org'
    expect(filesOf([], { securityContact }).has('.well-known/security.txt')).toBe(false)
    const files = filesOf([], { securityContact, securityExpires: '2027-12-31' })
    expect(files.get('.well-known/security.txt')).toBe(
      [
        'Contact: mailto:safe@example.org',
        'Expires: 2027-12-31T23:59:59Z',
        'Preferred-Languages: en',
        'Canonical: https://example.org/blog/.well-known/security.txt',
        '',
      ].join('\n'),
    )
  })
})

describe('the icon', () => {
  it.each([
    ['The Quiet Compiler', 'T'],
    ['«étude»', 'É'],
    ['日本語', '日'],
    ['🦀 & more', 'M'],
    ['🦀', '🦀'],
    ['<&>', '<'],
    ['', '·'],
  ])('of “%s” is %s on the theme’s colour', (title, letter) => {
    const drawing = parseXml(filesOf([], { title }).get('favicon.svg') ?? '')
    expect(textOf(drawing, 'text')).toBe(letter)
    expect(childrenOf(drawing, 'rect')[0]?.attributes.fill).toBe('#97271b')
  })

  it('is named by the manifest, as is the site', () => {
    const manifest = JSON.parse(filesOf([]).get('site.webmanifest') ?? '')
    expect(manifest).toMatchObject({
      name: 'The Quiet Compiler',
      start_url: '/blog/',
      theme_color: '#97271b',
    })
    expect(manifest.icons.map(({ src }: { src: string }) => src)).toEqual([
      '/blog/icon-192.png',
      '/blog/icon-512.png',
    ])
    const drawn = JSON.parse(filesOf([], { images: false }).get('site.webmanifest') ?? '')
    expect(drawn.icons[0].src).toBe('/blog/favicon.svg')
  })
})
