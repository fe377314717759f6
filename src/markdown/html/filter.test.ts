import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../render'

const render = (source: string) => renderMarkdown(source).html

describe('raw HTML', () => {
  it.each([
    '<kbd>Ctrl</kbd>',
    'H<sub>2</sub>O <mark>a</mark> <abbr title="b">c</abbr>',
    '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
    '<time datetime="2026-01-01">a</time><br><wbr>',
    '<a class="c d" href="https://a.test" title="b" id="e" lang="de" dir="ltr">f</a>',
    '<span aria-label="a" aria-hidden="true">b</span>',
  ])('keeps %s', (html) => {
    expect(render(`x ${html}`)).toBe(`<p>x ${html}</p>\n`)
  })

  it.each([
    '<table>\n<tr><td class="align-left" colspan="2">a</td></tr>\n</table>',
    '<figure><img src="a.png" alt="b" width="1" height="2" decoding="async"><figcaption>c</figcaption></figure>',
    '<details open><summary>a</summary>b</details>',
    '<ol start="3" reversed><li value="2">a</li></ol>',
    '<div><video src="a.mp4" poster="b.png" width="3" controls loop muted><source src="c.webm" type="video/webm"><track src="d.vtt" kind="captions" srclang="en" label="e" default></video></div>',
    '<blockquote cite="https://a.test">a &amp; b &copy; &#60;</blockquote>',
  ])('keeps the block %s', (html) => {
    expect(render(`${html.replace('class="align-left"', 'align="left"')}\n`)).toBe(`${html}\n`)
  })

  it.each([
    ['event handlers and styles', '<b onclick="a" style="b" data-c="d">e</b>', '<b>e</b>'],
    ['scripts with their content', 'a<script>b *c* d</script>e', 'ae'],
    [
      'frames, objects and vector graphics',
      'a<iframe src="b">c</iframe><object>d</object><svg><text>e</text></svg>f',
      'af',
    ],
    ['forms, not their content', '<form action="a"><input><button>b</button></form>', 'b'],
    ['comments', 'a<!-- b -->c', 'ac'],
    ['ids that scripts might stumble over', '<b id="location">a</b><b id="a b">c</b>', '<b>a</b><b>c</b>'],
    ['an id that is taken', '<b id="x">a</b><b id="x">b</b>', '<b id="x">a</b><b>b</b>'],
    [
      'sizes that are none',
      '<img src="a" alt="b" width="1em" height="x">',
      '<img src="a" alt="b" decoding="async">',
    ],
    ['links that no page may have', '<a href="javascript:a">b</a>', 'b'],
  ])('loses %s', (_, source, expected) => {
    expect(render(`x ${source}`)).toBe(`<p>x ${expected}</p>\n`)
  })

  it('takes the name of an old anchor for its id', () => {
    expect(render('<a name="old"></a>x')).toBe('<p><a id="old"></a>x</p>\n')
  })

  it('shows what HTML does not know as text', () => {
    expect(render('Vec<String> and <T>x</T>')).toBe('<p>Vec&lt;String&gt; and &lt;T&gt;x&lt;/T&gt;</p>\n')
  })

  it.each([
    ['a <b>c', '<p>a <b>c</b></p>\n'],
    ['a</b> c', '<p>a c</p>\n'],
    ['*a <b>c* d</b>', '<p><em>a <b>c</b></em> d</p>\n'],
    ['<b>a <i>b</b> c</i>', '<p><b>a <i>b</i></b> c</p>\n'],
    ['- <div>\n- a', '<ul>\n<li>\n<div>\n</div></li>\n<li>a</li>\n</ul>\n'],
    ['<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
    [
      '<table><tr><td>a<td>b<tr><td>c</table>',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    ],
    ['<div><p>a<p>b</div>', '<div><p>a</p><p>b</p></div>'],
    ['</div>', ''],
  ])('is balanced: %j', (source, expected) => {
    expect(render(source)).toBe(expected)
  })

  it('drops a block inside a paragraph of Markdown, which it would end', () => {
    expect(render('a <div>b</div> c')).toBe('<p>a b c</p>\n')
    expect(render('# a <p>b</p>')).toContain('<h1 id="a-b">a b ')
  })

  it('may hold blocks in the cells of a table', () => {
    expect(render('| a |\n|---|\n| <ul><li>b</li></ul> |')).toContain('<td><ul><li>b</li></ul></td>')
  })

  it('makes a division of a paragraph that holds blocks', () => {
    expect(render('<p align="center">\n\n# a\n\n</p>\n\nb')).toMatch(
      /^<div class="align-center">\n<h1 id="a">a .*<\/h1>\n<\/div>\n<p>b<\/p>\n$/,
    )
  })

  it('stands only where HTML has a place for it', () => {
    expect(render('x <li>a</li><td>b</td><summary>c</summary><source src=d><figcaption>e</figcaption>')).toBe(
      '<p>x abce</p>\n',
    )
  })

  it('opens no more than a hundred elements at once', () => {
    const html = render('<b>'.repeat(500))
    expect(html.match(/<b>/g)).toHaveLength(100)
    expect(html.match(/<\/b>/g)).toHaveLength(100)
  })

  it('lets Markdown stand in a summary as text', () => {
    expect(render('<details>\n<summary>\n<span>\n\nA *b*.\n\n</span>\n</summary>\n\nC\n\n</details>')).toBe(
      '<details>\n<summary>\n<span>\nA <em>b</em>.</span>\n</summary>\n<p>C</p>\n</details>',
    )
  })

  it('writes an inline element that comes to hold blocks as one that may', () => {
    expect(render('<span class="a">\n\nB\n\nC\n\n</span>')).toBe(
      '<div class="a">\n<p>B</p>\n<p>C</p>\n</div>',
    )
  })

  it('keeps the words of a block that was written into an element of a line', () => {
    expect(render('<div><span><p>A</p></span></div>')).toBe('<div><span>A</span></div>')
  })
})
