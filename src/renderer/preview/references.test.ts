import { describe, expect, it } from 'vitest'
import { judgeLink, resolveImage, resolveLink } from './references'

describe('links of the source', () => {
  it.each([
    ['other-post.md', '/posts/other-post/'],
    ['./other-post.md#part', '/posts/other-post/#part'],
    ['https://example.org/read.md', 'https://example.org/read.md'],
    ['#part', '#part'],
  ])('%s becomes %s', (href, expected) => {
    expect(resolveLink(href)).toBe(expected)
  })
})

describe('images of the source', () => {
  it.each([
    ['media/plot-0123456789ab.png', '/media/plot-0123456789ab.png'],
    ['./media/plot.png', '/media/plot.png'],
    ['https://example.org/a.png', 'https://example.org/a.png'],
  ])('%s is found at %s', (src, expected) => {
    expect(resolveImage(src)?.src).toBe(expected)
  })
})

describe('a click', () => {
  it.each([
    ['/posts/other/', { kind: 'post', slug: 'other' }],
    ['/blog/posts/other/#part', { kind: 'post', slug: 'other' }],
    ['/posts/%E6%9D%B1/', { kind: 'post', slug: '東' }],
    ['#part', { kind: 'heading', id: 'part' }],
    ['#100%', { kind: 'heading', id: '100%' }],
    ['https://example.org/posts/x/', { kind: 'outside', url: 'https://example.org/posts/x/' }],
    ['mailto:a@example.org', { kind: 'outside', url: 'mailto:a@example.org' }],
    ['javascript:alert(1)', { kind: 'nowhere' }],
    ['javascript:/posts/a/', { kind: 'nowhere' }],
    ['file:///etc/passwd', { kind: 'nowhere' }],
    ['/tags/', { kind: 'nowhere' }],
    ['', { kind: 'nowhere' }],
  ])('on %s means %j', (href, expected) => {
    expect(judgeLink(href)).toEqual(expected)
  })
})
