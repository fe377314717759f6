import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { Post } from '../document'
import { type HeadOfPage, headHtml } from './head'
import { planSite, type SitePlan } from './plan'
import { sampleLibrary, samplePost, snapshotOf } from './sample-library'
import { temporaryFolder } from './temporary-folder'

type Settings = Parameters<typeof sampleLibrary>[1]
interface Node {
  readonly nodeName: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly { readonly value?: string }[]
}
type Element = Readonly<Record<string, string>> & { readonly element: string; readonly text: string }

function planOf(posts: readonly Post[], settings: Settings = {}, folder = temporaryFolder()): SitePlan {
  return planSite(snapshotOf(sampleLibrary(posts, settings), folder), 10)
}

const plain: HeadOfPage = { title: 'T', description: '', path: '/', image: null, post: null }

function elementsOf(plan: SitePlan, page: Partial<HeadOfPage>): Element[] {
  const nodes = parseFragment(headHtml(plan, { ...plain, ...page })).childNodes as unknown as Node[]
  return nodes
    .filter(({ nodeName }) => nodeName !== '#text')
    .map(({ nodeName, attrs = [], childNodes = [] }) => ({
      ...Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
      element: nodeName,
      text: childNodes.map(({ value }) => value ?? '').join(''),
    }))
}

/** The page of the first post of a plan. */
const ofPost = (plan: SitePlan): Partial<HeadOfPage> => {
  const post = plan.posts[0] ?? null
  return { title: 'Post', path: post?.path ?? '/', post }
}
const links = (elements: readonly Element[], rel: string) =>
  elements.filter((it) => it.element === 'link' && it.rel === rel).map(({ href }) => href)
const content = (elements: readonly Element[], name: string) =>
  elements.find((it) => it.name === name || it.property === name)?.content
const policyOf = (elements: readonly Element[]) =>
  elements.find((it) => it['http-equiv'] === 'Content-Security-Policy')?.content ?? ''
const dataOf = (elements: readonly Element[]) =>
  JSON.parse(elements.find(({ element }) => element === 'script')?.text ?? 'null')

describe('the head of a page', () => {
  it('leads to the feeds, the neighbours, the icon, the manifest, and where else the author is', () => {
    const plan = planOf([samplePost(1, { tags: ['C++'] })], {
      fediverse: '@ada@example.social',
      social: [{ name: 'Code', url: 'https://code.example/ada' }],
    })
    const tag = plan.tags[0] ?? null
    const head = elementsOf(plan, { path: '/page/2/', previous: '/', next: '/page/3/', tag })
    const feeds = ['feed.xml', 'rss.xml', 'feed.json']
    expect(links(head, 'alternate')).toEqual([
      ...feeds.map((name) => `/blog/${name}`),
      ...feeds.map((name) => `/blog/tags/c-plus-plus/${name}`),
    ])
    expect([...links(head, 'prev'), ...links(head, 'next')]).toEqual(['/blog/', '/blog/page/3/'])
    expect(links(head, 'icon')).toEqual(['/blog/favicon.svg'])
    expect(links(head, 'apple-touch-icon')).toEqual(['/blog/apple-touch-icon.png'])
    expect(links(head, 'manifest')).toEqual(['/blog/site.webmanifest'])
    expect(links(head, 'me')).toEqual(['https://code.example/ada'])
    expect(content(head, 'fediverse:creator')).toBe('@ada@example.social')
  })

  it('names the picture that was made for others, with its size and words, before the cover', () => {
    const plan = planOf([samplePost(1)])
    const image = { src: '/blog/media/c.png', width: 640, height: 480 }
    const social = { src: '/blog/social/0123.png', width: 1200, height: 630, alt: 'Post 1' }
    expect(content(elementsOf(plan, { ...ofPost(plan), image }), 'og:image')).toBe(
      'https://example.org/blog/media/c.png',
    )
    const head = elementsOf(plan, { ...ofPost(plan), image, social })
    const names = ['og:image', 'og:image:width', 'og:image:height', 'og:image:alt', 'twitter:card']
    expect(names.map((name) => content(head, name))).toEqual([
      'https://example.org/blog/social/0123.png', '1200', '630', 'Post 1', 'summary_large_image',
    ]) // biome-ignore format: a list reads better in one line
    expect(dataOf(head)['@graph'][0].image).toBe('https://example.org/blog/social/0123.png')
  })

  it('tells machines what a post is, when it changed, and the way to it', () => {
    const post = samplePost(1, { title: 'One', date: '2026-03-01', tags: ['C'], words: 480 })
    const plan = planOf([post])
    const head = elementsOf(plan, ofPost(plan))
    const [posting, way] = dataOf(head)['@graph']
    expect(posting).toMatchObject({
      '@type': 'BlogPosting',
      headline: 'One',
      datePublished: '2026-03-01T00:00:00Z',
      dateModified: '2026-11-24T00:00:00Z',
      timeRequired: 'PT2M',
      author: { '@type': 'Person', name: 'Ada Muster', url: 'https://example.org/blog/author/' },
      isPartOf: { '@type': 'Blog', url: 'https://example.org/blog/' },
    })
    expect(way.itemListElement.map(({ item }: { item: string }) => item)).toEqual([
      'https://example.org/blog/',
      'https://example.org/blog/posts/post-1/',
    ])
    expect(content(head, 'article:modified_time')).toBe('2026-11-24T00:00:00Z')
  })

  it('points at where a post first appeared', () => {
    const elsewhere = planOf([samplePost(1, { canonicalUrl: 'https://elsewhere.org/a' })])
    expect(links(elementsOf(elsewhere, ofPost(elsewhere)), 'canonical')).toEqual(['https://elsewhere.org/a'])
    const script = planOf([samplePost(1, { canonicalUrl: 'javascript:alert(1)' })])
    expect(links(elementsOf(script, ofPost(script)), 'canonical')).toEqual([
      'https://example.org/blog/posts/post-1/',
    ])
  })

  it('lets only the theme’s script run, and the module of the search on its page alone', () => {
    const plan = planOf([])
    const search = elementsOf(plan, { path: '/search/', isSearch: true })
    expect(policyOf(search)).toContain("script-src 'self' 'wasm-unsafe-eval';")
    const policy = policyOf(elementsOf(plan, {}))
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).not.toMatch(/unsafe|worker-src/)
    expect(content(search, 'robots')).toBe('noindex')
  })

  it('has no whole address, and so no canonical one, without a base URL', () => {
    const plan = planOf([samplePost(1)], { baseUrl: '' })
    const head = elementsOf(plan, ofPost(plan))
    expect(links(head, 'canonical')).toEqual([])
    expect(content(head, 'og:url')).toBeUndefined()
    expect(dataOf(head)['@type']).toBe('BlogPosting')
  })

  it('has nothing in it but what belongs there, whatever was written', () => {
    const folder = temporaryFolder()
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('</title><script>', '"><img onerror=x>', '</script><!--', ']]>', "' onload='"),
    )
    fc.assert(
      fc.property(text, text, text, (title, description, tag) => {
        const posts = [samplePost(1, { title, tags: [tag || '-'] })]
        const plan = planOf(posts, { title: description, author: tag, tagline: title }, folder)
        const head = elementsOf(plan, { ...ofPost(plan), title, description })
        for (const it of head) {
          expect(['title', 'meta', 'link', 'script']).toContain(it.element)
          expect(Object.keys(it).filter((name) => name.startsWith('on'))).toEqual([])
          if (it.element === 'script') expect(it.type).toBe('application/ld+json')
        }
        dataOf(head)
      }),
    )
  })
})
