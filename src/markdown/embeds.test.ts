import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../random-cases'
import { findEmbed } from './embeds'
import { renderMarkdown } from './render'

const film = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
const frame = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'

describe('an address', () => {
  it.each([
    ['https://youtu.be/dQw4w9WgXcQ', 'YouTube', frame],
    ['https://www.youtube.com/watch?list=a&v=dQw4w9WgXcQ&t=90s', 'YouTube', `${frame}?start=90`],
    ['https://youtube.com/shorts/dQw4w9WgXcQ', 'YouTube', frame],
    ['https://vimeo.com/123456789', 'Vimeo', 'https://player.vimeo.com/video/123456789?dnt=1'],
    [
      'https://vimeo.com/123456789/abcdef0123',
      'Vimeo',
      'https://player.vimeo.com/video/123456789?h=abcdef0123&dnt=1',
    ],
    ['https://framatube.org/w/9db9f3f1-9b54-44ed-9e91-461d262d2205', undefined, undefined],
    ['https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv', 'PeerTube', undefined],
    ['https://framatube.org/videos/watch/9db9f3f1-9b54-44ed-9e91-461d262d2205', 'PeerTube', undefined],
    ['https://twitter.com/jack/status/20', 'X', undefined],
    ['https://mastodon.social/@Gargron/100254678717223630', 'Mastodon', undefined],
    ['https://bsky.app/profile/bsky.app/post/3l6oveex3ii2l', 'Bluesky', undefined],
    ['https://gist.github.com/octocat/aa5a315d61ae9438b18d', 'GitHub Gist', undefined],
    ['https://codepen.io/chriscoyier/pen/gfdDu', 'CodePen', undefined],
  ])('%s is of %s', (href, provider, shown) => {
    expect([findEmbed(href)?.provider, findEmbed(href)?.frame]).toEqual([provider, shown])
  })

  it.each([
    'https://www.youtube.com/watch?v=short',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ"onload',
    'https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    'https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ',
    'https://youtube.com:8080/watch?v=dQw4w9WgXcQ',
    'ftp://youtu.be/dQw4w9WgXcQ',
    '//youtu.be/dQw4w9WgXcQ',
    'https://vimeo.com/about',
    'https://x.com/jack',
    'https://github.com/octocat/aa5a315d61ae9438b18d',
    'https://1.2.3.4.5/@a/100254678717223630',
    'https://example.org/posts/1',
  ])('like %s is one like any other', (href) => {
    expect(findEmbed(href)).toBeUndefined()
  })

  it('whatever it is, names no frame but of the two that may be shown', () => {
    const parts = fc.constantFrom(
      ...'https:// youtu.be youtube.com vimeo.com / /watch?v= dQw4w9WgXcQ &t=9 123456789 /w/ @a " \' > # : . %00 é'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 9 }), (pieces) => {
        const shown = findEmbed(pieces.join(''))?.frame ?? frame
        expect(shown).toMatch(
          /^https:\/\/(?:www\.youtube-nocookie\.com\/embed\/[\w-]{11}(?:\?start=\d+)?|player\.vimeo\.com\/video\/\d+\?(?:h=[0-9a-f]+&)?dnt=1)$/,
        )
      }),
      { numRuns: randomCases(5000) },
    )
  })
})

describe('a paragraph that is one link to a film', () => {
  it('says what is behind it and where a script finds it', () => {
    for (const source of [film, `<${film}>`, `[${film}](${film})`]) {
      expect(renderMarkdown(source).html).toBe(
        `<p class="embed embed-video"><a href="${film}" data-embed="${frame}">Video on YouTube</a></p>\n`,
      )
    }
  })

  it('keeps the writer’s words', () => {
    expect(renderMarkdown(`[The *talk*](${film})`).html).toBe(
      `<p class="embed embed-video"><a href="${film}" data-embed="${frame}">The <em>talk</em></a> <span class="embed-provider">YouTube</span></p>\n`,
    )
  })

  it('speaks the site’s language', () => {
    const labels = { embeds: { video: 'Film auf %', post: '', code: '' } }
    expect(renderMarkdown(film, { labels }).html).toContain('>Film auf YouTube</a>')
  })

  it('stays a link beside a word, in a list, a quotation or a table, and with an image in it', () => {
    const sources = [
      `See ${film}`,
      `${film}\n${film}`,
      `- ${film}`,
      `> ${film}`,
      `| a |\n|---|\n| ${film} |`,
      `[![a](b.png)](${film})`,
      `<p>${film}</p>`,
      `<div>\n\n**a** ${film}\n\n</div>`,
    ]
    for (const source of sources) expect(renderMarkdown(source).html).not.toContain('embed')
  })

  it('says nothing that could stand for the post', () => {
    expect(renderMarkdown(`${film}\n\nText.`).excerpt).toBe('Text.')
  })

  it('is asked for like any other link', () => {
    const { html, links } = renderMarkdown(film, { resolveLink: () => null })
    expect([html, links]).toEqual(['<p class="embed embed-video">Video on YouTube</p>\n', [film]])
  })
})
