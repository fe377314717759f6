import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, resolve } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { parse } from 'parse5'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Asset } from '../library'
import { exportSite } from './export-site'
import { type SampleLibrary, sampleLibrary, samplePost, snapshotOf } from './sample-library'

const everything = readFileSync(join(import.meta.dirname, 'fixtures/everything.md'), 'utf8')
const attack = `</title></script><script>alert(1)</script>"'><img src=x onerror=alert(1)>]]>&amp;`
const asset: Asset = {
  hash: 'a'.repeat(64),
  path: 'media/plan-3f2a91bc04de.png',
  type: 'image/png',
  size: 9,
  width: 640,
  height: 480,
}

const posts = [
  samplePost(1, {
    title: 'Everything',
    body: everything,
    words: 1500,
    cover: asset.path,
    tags: ['rust', 'C++'],
    summary: 'All that Markdown has.',
  }),
  samplePost(2, {
    title: attack,
    summary: attack,
    tags: [attack, 'rust'],
    slug: 'attack',
    body: `${attack}\n\n# ${attack}\n\n[x](javascript:alert(1))`,
  }),
  samplePost(3, {
    title: '',
    slug: '日本語',
    body: 'テキスト',
    language: 'ja',
    tags: ['日本'],
    canonicalUrl: 'https://elsewhere.org/a?b="c"&d',
  }),
  samplePost(4, { title: 'مرحبا', language: 'ar', slug: 'salam', canonicalUrl: 'javascript:alert(1)' }),
  ...Array.from({ length: 9 }, (_, index) =>
    samplePost(index + 5, { tags: ['rust'], series: index < 3 ? `Rust & <me>` : null }),
  ),
  samplePost(20, {
    kind: 'page',
    title: 'About',
    slug: 'about',
    body: '[a post](post-5.md), [tags](tags.md)',
  }),
  samplePost(21, { kind: 'page', title: attack, slug: 'tags', series: 'of its own', tags: ['rust'] }),
  samplePost(22, { kind: 'page', title: 'Taken', slug: 'tags-page' }),
]

interface Element {
  readonly nodeName: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Element[]
  readonly value?: string
}

async function exported(library: SampleLibrary): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-site-'))
  try {
    const out = join(folder, 'site')
    const themeFolder = resolve('resources/themes/broadsheet')
    const snapshot = snapshotOf(library, join(folder, 'assets'))
    await exportSite(snapshot, { out, libraryPath: join(folder, 'library'), themeFolder })
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.\w+$/.test(file),
    )
    return new Map(files.map((file) => [file, readFileSync(join(out, file), 'utf8')]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function* elementsOf(html: string): Generator<Element> {
  const walk = function* (element: Element): Generator<Element> {
    yield element
    for (const child of element.childNodes ?? []) yield* walk(child)
  }
  yield* walk(parse(html) as Element)
}
const attribute = (element: Element, name: string) =>
  element.attrs?.find((found) => found.name === name)?.value

const sites = {
  'with posts and a base path': sampleLibrary(posts, { baseUrl: 'https://example.org/blog' }, [asset]),
  'under attack, without a base URL': sampleLibrary(
    posts,
    { title: attack, tagline: attack, author: attack, baseUrl: '' },
    [asset],
  ),
  'without posts': sampleLibrary([], { tagline: '' }),
  'of addresses without slashes, under the year, after moves': {
    ...sampleLibrary(posts, { addresses: 'none', permalink: '/{year}/{slug}' }, [asset]),
    formerAddresses: new Map([
      [samplePost(2).id, { slugs: ['defence'], paths: ['/old.html', '/old/post/'] }],
    ]),
  },
  'in Arabic': sampleLibrary(posts.slice(3, 6), { language: 'ar', title: 'مدونة' }),
}

describe.each(Object.entries(sites))('the pages of a site %s', (_, library) => {
  let files = new Map<string, string>()
  let pages: [string, string][] = []
  beforeAll(async () => {
    files = await exported(library)
    pages = [...files].filter(([file]) => file.endsWith('.html'))
  })

  it('are valid HTML', async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ['html-validate:recommended'],
      rules: {
        // HTML allows any id without spaces; how long a title is, is the writer's choice.
        'valid-id': ['error', { relaxed: true }],
        'long-title': 'off',
      },
    })
    for (const [file, html] of pages) {
      const report = await validator.validateString(html, file)
      const messages = report.results.flatMap((result) => result.messages)
      expect(messages.map(({ ruleId, message, line }) => `${file}:${line} ${ruleId}: ${message}`)).toEqual([])
    }
    expect(pages.length).toBeGreaterThan(2)
  })

  it('lead nowhere that isn’t there', () => {
    const basePath = library.settings.baseUrl === '' ? '/' : '/blog/'
    const ids = new Map(
      pages.map(([file, html]) => [
        file,
        new Set([...elementsOf(html)].map((element) => attribute(element, 'id'))),
      ]),
    )
    for (const [page, html] of pages) {
      for (const element of elementsOf(html)) {
        const link = attribute(element, 'href') ?? attribute(element, 'src')
        if (link === undefined || /^(https?|mailto|data):/.test(link)) continue
        const url = new URL(link, `http://site${basePath}${page.replace(/index\.html$/, '')}`)
        const path = decodeURIComponent(url.pathname)
        expect(path.startsWith(basePath), `${page} → ${link}`).toBe(true)
        const named = posix.join(path.slice(basePath.length), path.endsWith('/') ? 'index.html' : '')
        const file = files.has(named) ? named : `${named}.html`
        expect([...files.keys()], `${page} → ${link}`).toContain(file)
        const id = decodeURIComponent(url.hash.slice(1))
        if (id !== '' && file.endsWith('.html'))
          expect(ids.get(file)?.has(id), `${page} → ${link}`).toBe(true)
      }
    }
  })

  it('hold no script but the theme’s and data, no handler, and the policy that forbids both', () => {
    for (const [file, html] of pages) {
      const elements = [...elementsOf(html)]
      for (const element of elements) {
        if (element.nodeName === 'script' && attribute(element, 'type') !== 'application/ld+json')
          expect(attribute(element, 'src'), file).toMatch(
            /^(\/blog)?\/assets\/(site|search)-[0-9a-f]{10}\.js$/,
          )
        expect(['iframe', 'object', 'embed', 'base', 'form', 'style']).not.toContain(element.nodeName)
        for (const { name, value } of element.attrs ?? []) {
          expect(name.startsWith('on') || name === 'style', `${file}: ${name}`).toBe(false)
          expect(value.trim().toLowerCase().startsWith('javascript:'), `${file}: ${value}`).toBe(false)
        }
      }
      const policy = elements.find(
        (element) => attribute(element, 'http-equiv') === 'Content-Security-Policy',
      )
      expect(attribute(policy!, 'content')).toContain("default-src 'none'")
    }
  })

  it('have feeds that run nothing and lead from anywhere', () => {
    for (const [file, content] of files) {
      if (!file.endsWith('feed.json')) continue
      const { items } = JSON.parse(content) as { items: { content_html: string }[] }
      for (const element of items.flatMap((item) => [...elementsOf(item.content_html)])) {
        expect(['script', 'iframe', 'object', 'embed', 'form', 'style', 'button']).not.toContain(
          element.nodeName,
        )
        for (const { name, value } of element.attrs ?? []) {
          expect(name.startsWith('on') || name === 'style', `${file}: ${name}`).toBe(false)
          if (library.settings.baseUrl !== '' && ['href', 'src', 'srcset'].includes(name))
            expect(value, file).toMatch(/^(https?:|mailto:|data:image)/)
        }
      }
    }
  })

  it('say in JSON-LD what the post says', () => {
    for (const [file, html] of pages) {
      for (const element of elementsOf(html)) {
        if (element.nodeName !== 'script' || attribute(element, 'type') === undefined) continue
        const data = JSON.parse(element.childNodes?.[0]?.value ?? '')
        expect(data['@context'], file).toBe('https://schema.org')
        const items: unknown[] = data['@graph'] ?? [data]
        for (const item of items)
          expect(item, file).toMatchObject({
            '@type': expect.stringMatching(/^Blog|^WebPage$|^BreadcrumbList$/),
          })
        if (/^(posts|2026)\/attack(\/index)?\.html$/.test(file))
          expect(items[0]).toMatchObject({ headline: attack, description: attack })
      }
    }
  })
})

describe('a post’s page', () => {
  it('shows the writer’s text as text', async () => {
    const files = await exported(sites['under attack, without a base URL'])
    const elements = [...elementsOf(files.get('posts/attack/index.html')!)]
    const h1 = elements.find((element) => attribute(element, 'class') === 'post-title p-name')
    expect(h1?.childNodes?.map((node) => node.value)).toEqual([attack])
    expect(elements.some((element) => attribute(element, 'src') === 'x')).toBe(false)
  })

  it('is in the language of the post, and canonical where it first appeared', async () => {
    const files = await exported(sites['with posts and a base path'])
    const japanese = files.get('posts/日本語/index.html')!
    expect(japanese).toContain('<article class="post h-entry" lang="ja" dir="ltr">')
    expect(japanese).toContain('<link rel="canonical" href="https://elsewhere.org/a?b=%22c%22&amp;d">')
    expect(files.get('posts/salam/index.html')).toContain(
      '<link rel="canonical" href="https://example.org/blog/posts/salam/">',
    )
    expect(files.get('sitemap.xml')).not.toContain('%E6%97%A5%E6%9C%AC%E8%AA%9E/</loc><lastmod>')
  })

  it('has a table of contents when it is long', async () => {
    const files = await exported(sites['with posts and a base path'])
    expect(files.get('posts/post-1/index.html')).toContain('<nav class="contents"')
    expect(files.get('posts/post-5/index.html')).not.toContain('<nav class="contents"')
  })
})

describe('pages, series and tags', () => {
  it('pages stand at the root, in the masthead and the sitemap, and in no list', async () => {
    const files = await exported(sites['with posts and a base path'])
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['about/index.html', 'tags-page/index.html', 'tags-page-000022/index.html']),
    )
    expect(files.get('posts/post-5/index.html')).toContain('<a href="/blog/about/">About</a>')
    expect(files.get('sitemap.xml')).toContain('https://example.org/blog/about/')
    expect(files.get('feed.xml')).not.toContain('about/')
    expect(files.get('about/index.html')).not.toContain('class="neighbours"')
    const lists = [...files].filter(([file]) => /^(index|page|tags\/rust)/.test(file)).map(([, html]) => html)
    for (const html of lists) expect(html).not.toContain('>Taken</a></h2>')
  })

  it('a part of a series says which it is and links to the others, the first one first', async () => {
    const files = await exported(sites['with posts and a base path'])
    const part = files.get('posts/post-6/index.html') ?? ''
    expect(part).toContain('<span>Part 2 of 3:</span>')
    expect(part.indexOf('/blog/posts/post-7/')).toBeLessThan(part.indexOf('/blog/posts/post-5/'))
    expect(part).toContain('<a href="/blog/series/rust-me/">Rust &amp; &lt;me&gt;</a>')
    expect(files.get('series/rust-me/index.html')).toContain(
      '<h1 class="list-title p-name">Rust &amp; &lt;me&gt;',
    )
  })

  it('a tag says what it is about', async () => {
    const files = await exported({
      ...sites['with posts and a base path'],
      tagDescriptions: { rust: 'Iron & air' },
    })
    expect(files.get('tags/rust/index.html')).toContain(
      '<p class="list-description p-summary">Iron &amp; air</p>',
    )
    expect(files.get('tags/c/index.html') ?? files.get('tags/c-2/index.html') ?? '').not.toContain(
      'list-description',
    )
  })
})
