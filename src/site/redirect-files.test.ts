import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { Post } from '../document'
import type { FormerAddresses } from '../library'
import { headerFiles } from './header-files'
import { planSite } from './plan'
import { redirectFiles } from './redirect-files'
import { sampleLibrary, samplePost, snapshotOf } from './sample-library'
import type { SiteFile } from './site-file'
import { temporaryFolder } from './temporary-folder'

const attack = `"><script>alert(1)</script>`

function planOf(post: Post, former: FormerAddresses, settings: Parameters<typeof sampleLibrary>[1] = {}) {
  const formerAddresses = new Map([[post.id, former]])
  return planSite(snapshotOf({ ...sampleLibrary([post], settings), formerAddresses }, temporaryFolder()), 10)
}

const textsOf = (files: readonly SiteFile[]) =>
  new Map(
    files.flatMap((it) => (it.kind === 'page' || it.kind === 'text' ? [[it.file, String(it.content)]] : [])),
  )

describe('a redirect', () => {
  const moved = { slugs: ['grösse'], paths: ['/a&b (c) $1.html'] }

  it('is a page that leads on, and a line for each kind of host', () => {
    const files = textsOf(redirectFiles(planOf(samplePost(1, { slug: 'größe' }), moved)))
    expect([...files.keys()]).toEqual([
      'posts/grösse/index.html',
      'a&b (c) $1.html',
      '_redirects',
      'nginx-redirects.conf',
    ])
    expect(files.get('_redirects')).toBe(
      [
        '/blog/posts/gr%C3%B6sse/ /blog/posts/gr%C3%B6%C3%9Fe/ 301\n',
        '/blog/posts/gr%C3%B6sse /blog/posts/gr%C3%B6%C3%9Fe/ 301\n',
        '/blog/a%26b%20(c)%20%241.html /blog/posts/gr%C3%B6%C3%9Fe/ 301\n',
      ].join(''),
    )
    expect(files.get('nginx-redirects.conf')).toContain(
      '  "/blog/a&b (c) $1.html" "/blog/posts/gr%C3%B6%C3%9Fe/";\n',
    )
    const page = files.get('a&b (c) $1.html') ?? ''
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/blog/posts/gr%C3%B6%C3%9Fe/">')
    expect(page).toContain('<link rel="canonical" href="https://example.org/blog/posts/gr%C3%B6%C3%9Fe/">')
  })

  it('leads nginx to an address with a dollar in it as to any other', () => {
    const baseUrl = 'https://example.org/$blog/'
    const files = textsOf(
      redirectFiles(planOf(samplePost(1, { slug: 'a' }), { slugs: ['b'], paths: [] }, { baseUrl })),
    )
    expect(files.get('nginx-redirects.conf')).toContain('  "/$blog/posts/b/" "/%24blog/posts/a/";\n')
    expect(files.get('_redirects')).toContain('/$blog/posts/b/ /$blog/posts/a/ 301\n')
  })

  it('shows a title as text, in the language and direction of the post', () => {
    const post = samplePost(1, { title: attack, language: 'ar' })
    const page = textsOf(redirectFiles(planOf(post, moved))).get('posts/grösse/index.html') ?? ''
    expect(page).not.toContain('<script')
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(JSON.stringify(parse(page), (key, value) => (key === 'parentNode' ? undefined : value))).toContain(
      JSON.stringify(attack).slice(1, -1),
    )
  })

  it('is one of Apache’s, decoded, with nothing that would be taken for a pattern', () => {
    const files = textsOf(headerFiles(planOf(samplePost(1, { slug: 'größe' }), moved)))
    expect(files.get('.htaccess')).toContain(
      '  RedirectMatch 301 "^/blog/posts/grösse/?$" "/blog/posts/größe/"\n' +
        '  RedirectMatch 301 "^/blog/a&b \\\\(c\\\\) \\\\$1\\\\.html$" "/blog/posts/größe/"\n',
    )
  })

  it('tells nginx of addresses that are longer than it expects', () => {
    const files = textsOf(redirectFiles(planOf(samplePost(1), { slugs: ['x'.repeat(90)], paths: [] })))
    expect(files.get('nginx-redirects.conf')).toContain('map_hash_bucket_size 256;\n')
  })

  it('is none where nothing has moved', () => {
    expect(redirectFiles(planOf(samplePost(1), { slugs: [], paths: [] }))).toEqual([])
  })
})

describe('what hosts are told', () => {
  const never = { slugs: [], paths: [] }

  it('forbids scripts in pages, frames of other sites and guesses at types, and keeps what is named by its content', () => {
    const files = textsOf(headerFiles(planOf(samplePost(1), never, { search: false })))
    const headers = files.get('_headers') ?? ''
    expect(headers.split('\n')[0]).toBe('/blog/*')
    expect(headers).toMatch(
      / {2}Content-Security-Policy: default-src 'none'; script-src 'self'; .*frame-ancestors 'none'\n/,
    )
    expect(headers).toContain('  X-Content-Type-Options: nosniff\n')
    expect(headers).toContain('/blog/media/*\n  Cache-Control: public, max-age=31536000, immutable\n')
    for (const line of headers.split('\n').filter((it) => it.includes(': '))) {
      const [name = '', value = ''] = line.trim().split(': ')
      if (name !== 'Cache-Control')
        expect(files.get('.htaccess')).toContain(`Header always set ${name} "${value}`)
    }
  })

  it('lets the module of the search run where there is one', () => {
    const headers = (search: boolean) =>
      textsOf(headerFiles(planOf(samplePost(1), never, { search }))).get('_headers')
    expect(headers(true)).toContain("'wasm-unsafe-eval'")
    expect(headers(false)).not.toContain('wasm')
  })

  it('lets Apache serve files without their endings where addresses have no slash', () => {
    const rules = (addresses: 'slash' | 'none') =>
      textsOf(headerFiles(planOf(samplePost(1), never, { addresses }))).get('.htaccess')
    expect(rules('none')).toContain('DirectorySlash Off')
    expect(rules('slash')).not.toContain('mod_rewrite')
    expect(rules('slash')).toContain('ErrorDocument 404 "/blog/404.html"')
  })
})
