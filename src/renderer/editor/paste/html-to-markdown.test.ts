import { describe, expect, it } from 'vitest'
import { htmlToMarkdown } from './html-to-markdown'

const convert = (html: string) => htmlToMarkdown(html, async ({ type }) => `media/kept.${type.slice(6)}`)

describe('HTML that was copied', () => {
  it.each([
    ['<p>One <b>bold</b> and <em>two</em>.</p><p>Next</p>', 'One **bold** and *two*.\n\nNext'],
    ['<h2>Part</h2><ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>', '## Part\n\n- a\n- b\n  1. c'],
    ['<a href="https://example.org/a_(b)">x <i>y</i></a>', '[x *y*](https://example.org/a_%28b%29)'],
    [
      '<ul><li><input type="checkbox" checked> done</li><li><input type="checkbox"> open</li></ul>',
      '- [x] done\n- [ ] open',
    ],
    ['a <s>struck</s> <kbd class="k">Ctrl</kbd> x<sup>2</sup>', 'a ~~struck~~ <kbd>Ctrl</kbd> x<sup>2</sup>'],
    ['snake_case and array[0] and *stars*', 'snake_case and array[0] and \\*stars\\*'],
    ['<p>a&nbsp;b\u200b</p><hr><blockquote><p>q</p></blockquote>', 'a b\n\n---\n\n> q'],
  ])('%s', async (html, markdown) => expect(await convert(html)).toBe(markdown))

  it('keeps code as it is, with its language', async () => {
    expect(
      await convert(
        '<div class="highlight highlight-source-ts"><pre><span>const</span> a = 1  \n\n\n// `x`</pre></div>',
      ),
    ).toBe('```ts\nconst a = 1  \n\n\n// `x`\n```')
    expect(await convert('<pre><code class="language-md">```\nx\n```\n</code></pre>')).toBe(
      '````md\n```\nx\n```\n````',
    )
    expect(await convert('run <code>npm  ci</code>')).toBe('run `npm ci`')
  })

  it('makes tables with their alignment, and none of tables for the look', async () => {
    const data =
      '<table><thead><tr><th>Name</th><th style="text-align: right">N</th></tr></thead><tbody><tr><td>a|b</td><td>1<br>2</td></tr></tbody></table>'
    expect(await convert(data)).toBe('| Name | N      |\n| ---- | -----: |\n| a\\|b | 1<br>2 |')
    expect(await convert('<table><tr><td>1</td><td>2</td></tr><tr><td colspan="2">3</td></tr></table>')).toBe(
      '| 1   | 2   |\n| --- | --- |\n| 3   |     |',
    )
    expect(await convert('<table><tr><td><p>a</p><p>b</p></td></tr></table>')).toBe('a\n\nb')
    expect(
      await convert(
        '<table><tr><td>n</td><td><table><tr><td>x</td><td>y</td></tr></table></td></tr></table>',
      ),
    ).toContain('| x   | y   |')
  })

  it('is what a program for texts meant by its styles', async () => {
    expect(
      await convert(
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold </span><span style="font-style:italic">it</span></p></b>',
      ),
    ).toBe('**Bold** *it*')
  })

  it('has the source of its formulas', async () => {
    const katex =
      '<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html">x2</span></span>'
    expect(await convert(`so ${katex}.`)).toBe('so $x^2$.')
    expect(await convert(`<span class="katex-display">${katex}</span>`)).toBe('$$\nx^2\n$$')
  })

  it('brings no script, style, or address that could run one', async () => {
    const html =
      '<style>a{}</style><script>x()</script><p onclick="x()">a<a href="javascript:x()">b</a><a href="#here">c</a><a class="anchor" href="#h"><svg></svg></a><iframe src="https://example.org"></iframe><img src="file:///c.png" alt="c"></p><!-- d -->'
    expect(await convert(html)).toBe('abc')
  })

  it('keeps pictures that came inside of it, and names those of the web', async () => {
    expect(
      await convert(
        '<p><img alt="A [b]" src="data:image/png;base64,AAAA"><img src="https://example.org/a.png"></p>',
      ),
    ).toBe('![A \\[b\\]](media/kept.png)![](https://example.org/a.png)')
    expect(await convert('<p>a<img src="data:image/svg+xml,%3Csvg%3E"></p>')).toBe('a')
  })
})
