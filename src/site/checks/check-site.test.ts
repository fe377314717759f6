import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { SiteSettings } from '../../document'
import type { Asset } from '../../library'
import { planSite } from '../plan'
import { sampleLibrary, samplePost, snapshotOf } from '../sample-library'
import { loadTheme, type Theme } from '../theme'
import { checkOnePost, checkSite } from './check-site'
import { FactsCache } from './facts-cache'

const folder = mkdtempSync(join(tmpdir(), 'longhand-checks-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const theme = loadTheme(resolve('resources/themes/broadsheet'))
const picture: Asset = {
  hash: 'a'.repeat(64),
  path: 'media/plan-aaaaaaaaaaaa.png',
  type: 'image/png',
  size: 100,
  width: 40,
  height: 30,
}
const whole = { summary: 'What it is about.' }

function check(
  posts: ReturnType<typeof samplePost>[],
  settings: Partial<SiteSettings> = {},
  assets: readonly Asset[] = [picture],
) {
  const snapshot = snapshotOf(sampleLibrary(posts, settings, assets), folder)
  return checkSite(snapshot, planSite(snapshot, 10), theme, new FactsCache())
}

/** `code line severity` of each finding. */
const brief = (findings: ReturnType<typeof check>) =>
  findings.map(({ code, line, severity }) => [code, line, severity].join(' '))

const post = (body: string, fields: Partial<ReturnType<typeof samplePost>> = {}) =>
  samplePost(1, { ...whole, body, ...fields })

describe('a check of the site', () => {
  it('has nothing to say of a site that is in order', () => {
    const findings = check([
      post(
        '## One\n\n[there](post-2.md#two), [back](#one), [web](https://example.com/)\n\n![A plan](media/plan-aaaaaaaaaaaa.png)\n',
      ),
      samplePost(2, {
        ...whole,
        body: '## Two\n\n### Three\n\nSee [[post-1]] and [tags](/tags/).\n',
      }),
    ])
    expect(findings).toEqual([])
  })

  it('names a link that leads nowhere, with its line', () => {
    const findings = check([
      post('Text\n\n- one\n- [gone](gone.md), [gone](gone.md#part)\n- [nowhere](/nowhere/)\n'),
    ])
    expect(brief(findings)).toEqual(['dead-link 4 error', 'dead-link 4 error', 'dead-link 5 error'])
    expect(findings[0]).toMatchObject({
      post: { slug: 'post-1', title: 'Post 1' },
      message: 'It links to “gone.md”, which isn’t on the site; readers see the text without the link.',
    })
  })

  it('names a heading that a link misses, in this post and in another', () => {
    const other = samplePost(2, { ...whole, body: '## Über uns\n' })
    expect(
      brief(check([post('[a](#nothing)\n\n[b](post-2.md#über-uns)\n\n[c](post-2.md#missing)\n'), other])),
    ).toEqual(['dead-anchor 1 warning', 'dead-anchor 5 warning'])
  })

  it('names pictures that are missing, say nothing or are large', () => {
    const large = { ...picture, path: 'media/huge-bbbbbbbbbbbb.png', hash: 'b'.repeat(64), width: 9000 }
    const body = [
      '![A](media/gone-cccccccccccc.png)',
      '![](media/plan-aaaaaaaaaaaa.png)',
      '<img src="media/plan-aaaaaaaaaaaa.png" alt="">',
      '![Huge](media/huge-bbbbbbbbbbbb.png)',
      '![Plain](http://example.com/a.png)',
    ].join('\n\n')
    expect(brief(check([post(body)], {}, [picture, large]))).toEqual([
      'missing-image 1 error',
      'missing-alt 3 warning',
      'insecure-link 9 warning',
      'large-image 7 note',
    ])
  })

  it('names a cover and a logo that are missing', () => {
    const findings = check([post('Text', { cover: 'media/gone.png' })], { logo: 'media/gone.png' })
    expect(brief(findings)).toEqual(['missing-image  error', 'missing-image  error'])
    expect(findings.map((finding) => finding.post?.slug)).toEqual([undefined, 'post-1'])
  })

  it('names headings out of order', () => {
    const body = '# One\n\n## Two\n\n#### Four\n\n## \n\n<h5>Five</h5>\n\n# Again\n'
    const findings = check([post(body)])
    expect(brief(findings)).toEqual([
      'heading-order 1 warning',
      'heading-order 5 warning',
      'empty-heading 7 warning',
      'heading-order 9 warning',
    ])
    expect(findings[0]?.message).toContain('So are 1 more.')
    expect(findings[1]?.fix).toBe('Write it with ###.')
  })

  it('names what a post lacks', () => {
    expect(brief(check([samplePost(1, { title: ' ', summary: '' })]))).toEqual([
      'missing-title  warning',
      'empty-summary  note',
    ])
  })

  it('names an address that another post has', () => {
    const first = samplePost(1, { ...whole, slug: 'same' })
    const second = samplePost(2, { ...whole, slug: 'same-000002' })
    const findings = check([first, second])
    expect(brief(findings)).toEqual(['same-slug  warning'])
    expect(findings[0]?.post?.slug).toBe('same-000002')
  })

  it('names titles that are the same, and tags that differ only in case', () => {
    const findings = check([
      samplePost(1, { ...whole, title: 'Notes', tags: ['Rust'] }),
      samplePost(2, { ...whole, title: 'notes ', tags: ['rust', 'Web'] }),
    ])
    expect(brief(findings)).toEqual(['same-title  warning', 'tag-case  note'])
    expect(findings[1]?.message).toContain('“Rust” and “rust”')
  })

  it('names a canonical address that is none, or another page of the site', () => {
    const findings = check([
      samplePost(1, { ...whole, canonicalUrl: 'nonsense' }),
      samplePost(2, { ...whole, canonicalUrl: 'https://example.org/blog/posts/post-1/' }),
      samplePost(3, { ...whole, canonicalUrl: 'https://elsewhere.example/3' }),
      samplePost(4, { ...whole, canonicalUrl: 'https://example.org/blog/posts/post-4/' }),
    ])
    expect(brief(findings)).toEqual(['canonical  error', 'canonical  warning'])
  })

  it('names links that are not encrypted, but for those of the own machine', () => {
    expect(
      brief(check([post('[a](http://example.com/) [b](http://localhost:3000) http://127.0.0.1/x')])),
    ).toEqual(['insecure-link 1 note'])
  })

  it('names a missing base URL, half a security contact, and a menu that leads nowhere', () => {
    const findings = check([post('Text')], {
      baseUrl: '',
      securityContact: 'mailto:me@example.org',
      menu: [
        { label: 'Tags', link: '/tags/' },
        { label: 'Talks', link: '/talks/' },
        { label: 'Web', link: 'https://example.com/' },
      ],
    })
    expect(brief(findings)).toEqual(['menu  error', 'base-url  warning', 'security-contact  note'])
    expect(findings[0]?.message).toContain('“Talks”')
  })

  it('names colours of the theme that can’t be read', () => {
    const css = Buffer.from(':root{--ink:#999;--paper:#fff;--muted:var(--light,#777) var(--dark,#888)}')
    const pale: Theme = {
      ...theme,
      assets: new Map([['site.css', { bytes: css, path: '/assets/site.css' }]]),
    }
    const snapshot = snapshotOf(sampleLibrary([post('Text')]), folder)
    const findings = checkSite(snapshot, planSite(snapshot, 10), pale, new FactsCache())
    expect(findings.map(({ code, message }) => `${code} ${message.split(': ')[1]}`)).toEqual([
      'contrast 2.85, at least 4.5 is needed.',
      'contrast 4.48, at least 4.5 is needed.',
      'contrast 2.85, at least 4.5 is needed.',
      'contrast 3.54, at least 4.5 is needed.',
    ])
  })

  it('names pages that are too large and show too many pictures', () => {
    const body = `${'A sentence of words.\n\n'.repeat(12_000)}${'![A plan](media/plan-aaaaaaaaaaaa.png)\n\n'.repeat(60)}`
    expect(brief(check([post(body)]))).toEqual(['large-page  warning', 'many-images  note'])
  })
})

describe('a check of one post', () => {
  it('says of a draft what would be wrong with it on the site', () => {
    const draft = samplePost(9, {
      ...whole,
      status: 'draft',
      body: 'See\n[one](post-1.md#here) and [self](#none).',
    })
    const snapshot = snapshotOf(sampleLibrary([samplePost(1)]), folder)
    const findings = checkOnePost(snapshot, planSite(snapshot, 10), draft, new FactsCache())
    expect(brief(findings)).toEqual(['dead-anchor 2 warning', 'dead-anchor 2 warning'])
  })
})

describe('the cache of facts', () => {
  it('gives for a changed text what the new one says, and for the same text the same', () => {
    const cache = new FactsCache()
    const { id } = samplePost(1)
    const first = cache.read(id, 'released', '[a](b.md)')
    expect(cache.read(id, 'released', '[a](b.md)')).toBe(first)
    expect(cache.read(id, 'working', '[a](c.md)').links.map(({ href }) => href)).toEqual(['c.md'])
    expect(cache.read(id, 'released', '').links).toEqual([])
  })
})
