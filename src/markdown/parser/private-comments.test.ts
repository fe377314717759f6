import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../render'

const html = (source: string) => renderMarkdown(source).html

describe('a private comment', () => {
  it.each([
    ['a %%secret%% b', '<p>a  b</p>\n'],
    ['a %%secret\nsecret%% b', '<p>a  b</p>\n'],
    ['%% secret %%', ''],
    ['%% secret %% %% secret %%', ''],
    ['%%\nsecret\n%%\n\na', '<p>a</p>\n'],
    ['%%\nsecret\n\n# secret\n\n```\nsecret\n%%\n\na', '<p>a</p>\n'],
    ['a\n%%\nsecret\n\nsecret\n%%\nb', '<p>a</p>\n<p>b</p>\n'],
    ['%%\nsecret\n\nsecret %% **a**', '<p><strong>a</strong></p>\n'],
    ['- a\n- %% secret %%\n- b %%secret%%', '<ul>\n<li>a</li>\n<li>\n</li>\n<li>b </li>\n</ul>\n'],
    ['> %%\n> secret\n>\n> secret\n> %%\n> a', '<blockquote>\n<p>a</p>\n</blockquote>\n'],
    ['<div>%%secret%%a<b>%% <i>secret</i> %%</b></div>', '<div>a<b></b></div>'],
    ['**a %%secret%%**', '<p><strong>a </strong></p>\n'],
    ['[a %%secret%%](b)', '<p><a href="b">a </a></p>\n'],
    ['a[^1]\n\n[^1]: %%secret%% b', html('a[^1]\n\n[^1]: b').replace('<p>b', '<p> b')],
  ])('%j is not written', (source, written) => {
    expect(html(source)).toBe(written)
    expect(JSON.stringify(renderMarkdown(source))).not.toContain('secret')
  })

  it.each([
    ['`%%a%%`', '<p><code>%%a%%</code></p>\n'],
    ['```\n%%a%%\n```', html('```\nZ\n```').replace('Z', '%%a%%')],
    ['    %%a%%', html('    Z').replace('Z', '%%a%%')],
    ['a %% b', '<p>a %% b</p>\n'],
    ['%% a\n\nb', '<p>%% a</p>\n<p>b</p>\n'],
    ['a %% b\n\nc %% d', '<p>a %% b</p>\n<p>c %% d</p>\n'],
    ['\\%% a %%', '<p>%% a %%</p>\n'],
    ['50% and 60%', '<p>50% and 60%</p>\n'],
    ['> %% a\n\nb %%', '<blockquote>\n<p>%% a</p>\n</blockquote>\n<p>b %%</p>\n'],
    ['<pre>%%a%%</pre>', '<pre>%%a%%</pre>'],
  ])('%j holds none', (source, written) => {
    expect(html(source)).toBe(written)
  })

  it('counts for no word, heading, excerpt, link or image', () => {
    const source = '# Title %%x%%\n\n%% [a](b.md) ![c](d.png) %%\n\nOne %%two%% three.'
    const { headings, links, assets, words, excerpt } = renderMarkdown(source)
    expect(headings).toEqual([{ level: 1, id: 'title', text: 'Title' }])
    expect({ links, assets, words, excerpt }).toEqual({
      links: [],
      assets: [],
      words: 3,
      excerpt: 'One three.',
    })
  })

  it('hides whatever stands in it, wherever it stands', () => {
    const piece = fc.constantFrom(
      '\n',
      '\n\n',
      '# ',
      '- ',
      '> ',
      '`',
      '```',
      '**',
      '[',
      '](x)',
      '<b>',
      '$',
      'word ',
      '    ',
    )
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, text, (before, inside) => {
        // What comes before must not have opened code, which a comment's marks would be part of.
        const lead = before.replace(/[`$]/g, '').trimEnd()
        const rendered = html(`${lead}\n\n%%\nsecret ${inside.replace(/%/g, '')}\nsecret\n%%\n\nend`)
        expect(rendered).not.toContain('secret')
        expect(rendered).toContain('end')
      }),
    )
  })
})
