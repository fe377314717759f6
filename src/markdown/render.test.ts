import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './render'

describe('blocks', () => {
  const linesOf = (source: string) => renderMarkdown(source).blocks.map((block) => block.line)

  it('are the top-level pieces with their first lines', () => {
    const { html, blocks } = renderMarkdown('# a\n\nb\nc\n\n- d\n\n  e\n\n```\nf\n```\n\n| g |\n|---|\n\n> h')
    expect(blocks.map(({ line, html: block }) => [line, /^<(\w+)/.exec(block)?.[1]])).toEqual([
      [0, 'h1'],
      [2, 'p'],
      [5, 'ul'],
      [9, 'pre'],
      [13, 'div'],
      [16, 'blockquote'],
    ])
    expect(blocks.map((block) => block.html).join('')).toBe(html)
  })

  it('hold together what raw HTML spans', () => {
    const source = 'a\n\n<details>\n<summary>b</summary>\n\nc **d**\n\n- e\n\n</details>\n\nf'
    expect(renderMarkdown(source).blocks).toEqual([
      { line: 0, html: '<p>a</p>\n' },
      {
        line: 2,
        html: '<details>\n<summary>b</summary>\n<p>c <strong>d</strong></p>\n<ul>\n<li>e</li>\n</ul>\n</details>\n',
      },
      { line: 11, html: '<p>f</p>\n' },
    ])
  })

  it('end what raw HTML leaves open with the source', () => {
    const { blocks } = renderMarkdown('<details>\n\na\n\n<div>\n\nb')
    expect(blocks).toEqual([{ line: 0, html: '<details>\n<p>a</p>\n<div>\n<p>b</p>\n</div></details>' }])
  })

  it('keep raw HTML within the container that it stands in', () => {
    expect(linesOf('- <div>\n\na\n\n</div>\n\nb')).toEqual([0, 2, 6])
  })

  it('put footnotes last, whatever their lines', () => {
    const source = 'a[^1]\n\n[^1]: note\n\nb'
    expect(linesOf(source)).toEqual([0, 4, 4])
    expect(linesOf('[^1]: note\n\na[^1]')).toEqual([2, 2])
  })

  it('leave out what shows nothing', () => {
    expect(linesOf('<!-- a -->\n\n[a]: b\n\nc\n\n<script>d</script>')).toEqual([4])
  })

  it('count lines alike for every line ending', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      expect(linesOf(['a', '', 'b', '', '', '# c'].join(ending))).toEqual([0, 2, 5])
    }
  })
})

describe('links and images', () => {
  const source = [
    '[a](b.md#c "t") <https://d.test> [e](#f) [[g]]',
    '![h](i.png) <a href="j.md">k</a> <img src="l.png" alt="m">',
    '<video src="n.mp4"></video> [o](javascript:p) ![q](data:image/png;base64,AA) [r]',
    '',
    '[r]: s%20t.md',
  ].join('\n')

  it('are named once each, as they were written', () => {
    const { links, assets } = renderMarkdown(`${source}\n\n${source}`)
    expect(links).toEqual(['b.md#c', 'https://d.test', 'g.md', 'j.md', 's t.md'])
    expect(assets).toEqual(['i.png', 'l.png', 'n.mp4'])
  })

  it('go where the resolvers say', () => {
    const { html } = renderMarkdown(source, {
      resolveLink: (href) => `/to/${href}`,
      resolveImage: (src) => ({ src: `/media/${src}`, width: 640, height: 480 }),
    })
    expect(html).toContain('<a href="/to/b.md#c" title="t">a</a>')
    expect(html).toContain('<a href="#f">e</a>')
    expect(html).toContain('<a href="/to/j.md">k</a>')
    expect(html).toContain('<a href="/to/s%20t.md">r</a>')
    expect(html).toContain('<img src="/media/i.png" alt="h" width="640" height="480" decoding="async">')
    expect(html).toContain(
      '<img src="/media/l.png" alt="m" width="640" height="480" loading="lazy" decoding="async">',
    )
    expect(html).toContain('<video src="/media/n.mp4" controls></video>')
    expect(html).toContain('<img src="data:image/png;base64,AA" alt="q" loading="lazy" decoding="async">')
  })

  it('that lead nowhere leave their text', () => {
    const { html } = renderMarkdown(source, { resolveLink: () => null, resolveImage: () => null })
    expect(html).toBe(
      '<p>a https://d.test <a href="#f">e</a> g\nh k m\n<video controls></video> o <img src="data:image/png;base64,AA" alt="q" decoding="async"> r</p>\n',
    )
  })

  it('are asked for in readable letters, and written as URLs', () => {
    const asked: string[] = []
    const { html } = renderMarkdown(
      '[a](über.md#größe) [b](%C3%BCber.md) [c](100%25.md) [d](https://ü.test/ä)',
      {
        resolveLink: (href) => {
          asked.push(href)
          return href
        },
      },
    )
    expect(asked).toEqual(['über.md#größe', 'über.md', '100%25.md', 'https://xn--tda.test/%C3%A4'])
    expect(html).toContain('href="%C3%BCber.md#gr%C3%B6%C3%9Fe"')
    expect(html).toContain('href="100%25.md"')
  })

  it('keep the size that raw HTML gives an image', () => {
    const options = { resolveImage: () => ({ src: 'a', width: 640, height: 480 }) }
    expect(renderMarkdown('<img src=a width=100>', options).html).toContain(
      ' width="100" height="75" decoding',
    )
    expect(renderMarkdown('<img src=a width=100%>', options).html).toContain(' width="640" height="480"')
  })

  it('offer other widths and better formats of an image', () => {
    const options = {
      resolveImage: () => ({
        src: '/a.png',
        width: 640,
        height: 480,
        srcset: '/a-320.png 320w, /a.png 640w',
        sizes: '100vw',
        sources: [
          { type: 'image/avif', srcset: '/a b-320.avif 320w' },
          { type: 'image/webp', srcset: '/ü-320.webp 320w, /ü-640.webp 640w' },
        ],
      }),
    }
    const own = ' srcset="/a-320.png 320w, /a.png 640w" sizes="100vw"'
    expect(renderMarkdown('![b](a.png)', options).html).toBe(
      `<p><picture><source type="image/webp" srcset="/%C3%BC-320.webp 320w, /%C3%BC-640.webp 640w" sizes="100vw"><img src="/a.png"${own} alt="b" width="640" height="480" decoding="async"></picture></p>\n`,
    )
    const small = renderMarkdown('<img src=a.png width=160>', options).html
    expect(small).toContain('sizes="160px" alt="" width="160" height="120" decoding="async"></picture>')
    expect(small).not.toContain('100vw')
  })

  it('never stand in another', () => {
    expect(renderMarkdown('<a href="a">[b](c) https://d.test</a>').html).toBe(
      '<p><a href="a">b https://d.test</a></p>\n',
    )
    expect(renderMarkdown('[a <a href="b">c</a>](d)').html).toBe('<p><a href="d">a c</a></p>\n')
  })
})

describe('the renderer', () => {
  it('shows an image with a title as a figure', () => {
    expect(renderMarkdown('![a *b*](c.png "d < e")').html).toBe(
      '<figure><img src="c.png" alt="a b" decoding="async"><figcaption>d &lt; e</figcaption></figure>\n',
    )
    expect(renderMarkdown('![a](b "c") d\n\n- ![a](b "c")').html).not.toContain('<figure')
  })

  it('names the boxes of tasks', () => {
    expect(renderMarkdown('- [x] a *b*\n- [ ]  \n- [X] \n- [y] c').html).toContain(
      '<li class="task"><input type="checkbox" disabled checked aria-label="a b"> a <em>b</em></li>',
    )
  })

  it.each(['NOTE', 'tip', 'Important', 'WARNING', 'CAUTION'])('shows the callout %s', (kind) => {
    const name = kind.toLowerCase()
    const title = name.charAt(0).toUpperCase() + name.slice(1)
    expect(renderMarkdown(`> [!${kind}]\n> a\n>\n> - b`).html).toBe(
      `<div class="callout callout-${name}" role="note">\n<p class="callout-title">${title}</p>\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</div>\n`,
    )
  })

  it('takes a callout’s marker only where it stands alone', () => {
    expect(renderMarkdown('> [!NOTE] a').html).toContain('<blockquote>')
    expect(renderMarkdown('> [!OTHER]\n> a').html).toContain('<blockquote>')
    expect(renderMarkdown('> [!NOTE]\n>\n> a').html).toContain('<p class="callout-title">Note</p>\n<p>a</p>')
  })

  it('reads definition lists', () => {
    expect(renderMarkdown('a\n: b\n: c\n\nd\n\n: e').html).toBe(
      '<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n<dt>d</dt>\n<dd>\n<p>e</p>\n</dd>\n</dl>\n',
    )
  })

  it('links to other posts by their slug', () => {
    expect(renderMarkdown('[[a]] [[b|text]] [[c#Some Heading]] [[#Here]] [[d.md]]').html).toBe(
      '<p><a href="a.md">a</a> <a href="b.md">text</a> <a href="c.md#some-heading">c#Some Heading</a> <a href="#here">#Here</a> <a href="d.md">d.md</a></p>\n',
    )
    expect(renderMarkdown('`[[a]]` [[]] [[a\nb]] [[a]\n\n[[[x]]]').html).not.toContain('<a')
  })

  it('gives the same for the same', () => {
    const source = '# a\n\n[^1] ![b](c) <b id=d>\n\n[^1]: e'
    expect(renderMarkdown(source)).toEqual(renderMarkdown(source))
  })

  it('names every id of the page, and the links that the writer made to one', () => {
    const { ids, anchors } = renderMarkdown(
      '# A\n\n<p id="b">x</p>\n\n[c](#größe) [d](other.md#e) [[#A]] f[^1]\n\n[^1]: g',
    )
    expect([...ids].sort()).toEqual(['a', 'b', 'fn-1', 'fnref-1'])
    expect(anchors).toEqual(['gr%C3%B6%C3%9Fe', 'a'])
  })

  it('shows nothing of nothing', () => {
    expect(renderMarkdown('')).toEqual({
      html: '',
      blocks: [],
      headings: [],
      links: [],
      assets: [],
      drawings: [],
      ids: new Set(),
      anchors: [],
      words: 0,
      excerpt: '',
    })
  })
})
