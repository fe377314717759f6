import { describe, expect, it } from 'vitest'
import type { Asset } from '../library'
import { pictureVersion } from './images/recipe'
import { planSite } from './plan'
import { References } from './references'
import { sampleLibrary, samplePost, snapshotOf } from './sample-library'
import { temporaryFolder } from './temporary-folder'
import { Warnings } from './warnings'

const asset: Asset = {
  hash: 'ab',
  path: 'media/plan-3f2a91bc04de.png',
  type: 'image/png',
  size: 9,
  width: 640,
  height: 480,
}

function references(baseUrl: string) {
  const posts = [samplePost(1), samplePost(2, { slug: 'größe', tags: ['Rust'] })]
  const snapshot = snapshotOf(sampleLibrary(posts, { baseUrl }, [asset]), temporaryFolder())
  const plan = planSite(snapshot, 10)
  const warnings = new Warnings()
  return {
    references: new References(plan, (path) => snapshot.asset(path), warnings),
    post: plan.posts[0]!,
    warnings,
  }
}

describe('links', () => {
  it.each([
    ['größe.md', '/blog/posts/gr%C3%B6%C3%9Fe/'],
    ['./gr%C3%B6%C3%9Fe.md#heading', '/blog/posts/gr%C3%B6%C3%9Fe/#heading'],
    ['/posts/größe', '/blog/posts/gr%C3%B6%C3%9Fe/'],
    ['/blog/posts/größe/?x=1', '/blog/posts/gr%C3%B6%C3%9Fe/?x=1'],
    ['/', '/blog/'],
    ['/tags/rust/', '/blog/tags/rust/'],
    ['/feed.xml', '/blog/feed.xml'],
    ['media/plan-3f2a91bc04de.png', '/blog/media/plan-3f2a91bc04de.png'],
    ['https://elsewhere.org/a.md', 'https://elsewhere.org/a.md'],
    ['mailto:a@b.c', 'mailto:a@b.c'],
  ])('to %s become %s', (href, shown) => {
    const { references: found, post, warnings } = references('https://example.org/blog')
    expect(found.link(post, href)).toBe(shown)
    expect(warnings.list()).toEqual([])
  })

  it.each([
    'nowhere.md',
    '/old/page.html',
    'page.html',
    '../up.md',
    'media/gone.png',
    'media/../x',
    'file:///etc/passwd',
    '%zz',
  ])('to %s lead nowhere, and the writer is told', (href) => {
    const { references: found, post, warnings } = references('')
    expect(found.link(post, href)).toBeNull()
    expect(warnings.list()).toEqual([expect.stringContaining(`“Post 1” links to “${href}”`)])
  })
})

describe('images', () => {
  it('of the library have their size, and go onto the site', () => {
    const { references: found, post } = references('https://example.org/blog/')
    expect(found.image(post, 'media/plan-3f2a91bc04de.png')).toEqual({
      src: '/blog/media/plan-3f2a91bc04de.png',
      width: 640,
      height: 480,
    })
    expect([...found.assets.keys()]).toEqual([asset.path])
  })

  it('of the web stay where they are', () => {
    const { references: found, post } = references('')
    expect(found.image(post, 'https://elsewhere.org/a.png')?.src).toBe('https://elsewhere.org/a.png')
    expect(found.assets.size).toBe(0)
  })

  it.each(['media/gone.png', 'javascript:x', 'data:image/svg+xml,<svg/>', 'other.png'])(
    '%s is missing, and the writer is told',
    (src) => {
      const { references: found, post, warnings } = references('')
      expect(found.image(post, src)).toBeNull()
      expect(warnings.list()).toEqual([expect.stringContaining(`shows the image “${src}”`)])
    },
  )
})

describe('images that are known not to move', () => {
  const photo = { ...asset, size: 90_000, width: 1000, height: 500, isStill: true }
  const shown = (settings = {}, as: 'image' | 'card' = 'image') => {
    const snapshot = snapshotOf(
      sampleLibrary([samplePost(1)], { baseUrl: 'https://a.org/blog/', ...settings }, [photo]),
      temporaryFolder(),
    )
    const plan = planSite(snapshot, 10)
    const found = new References(plan, () => photo, new Warnings())
    return { found, image: found.image(plan.posts[0]!, photo.path, as) }
  }

  it('are offered in other widths and formats, by links of the site', () => {
    const { found, image } = shown()
    expect(image).toMatchObject({
      src: '/blog/media/plan-3f2a91bc04de.png',
      srcset: `/blog/media/plan-3f2a91bc04de-800-${pictureVersion}.png 800w, /blog/media/plan-3f2a91bc04de.png 1000w`,
      width: 1000,
    })
    expect(image?.sources?.[0]).toEqual({
      type: 'image/avif',
      srcset: [480, 800, 1000]
        .map((it) => `/blog/media/plan-3f2a91bc04de-${it}-${pictureVersion}.avif ${it}w`)
        .join(', '),
    })
    const named = JSON.stringify(image).match(/media\/[^ "]+/g)
    expect(new Set(named)).toEqual(new Set([...found.made.keys(), ...found.assets.keys()]))
    expect(found.made.get(`media/plan-3f2a91bc04de-480-${pictureVersion}.avif`)).toMatchObject({
      kind: 'picture',
      width: 480,
    })
  })

  it('stay as they are when the site is to have no others', () => {
    const { found, image } = shown({ images: false })
    expect(image).toEqual({ src: '/blog/media/plan-3f2a91bc04de.png', width: 1000, height: 500 })
    expect(found.made.size).toBe(0)
    expect([...found.assets.keys()]).toEqual([photo.path])
  })

  it('are small on cards', () => {
    expect(shown({}, 'card').image?.sizes).toContain('24rem')
  })
})
