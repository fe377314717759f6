import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './render'

const render = (source: string) => renderMarkdown(source).html

describe('footnotes', () => {
  it('lead there and back', () => {
    expect(render('a[^x]\n\n[^x]: note')).toBe(
      '<p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup></p>\n' +
        '<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">\n<ol>\n' +
        '<li id="fn-1">\n<p>note <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="Back to reference 1">↩\ufe0e</a></p>\n</li>\n' +
        '</ol>\n</section>\n',
    )
  })

  it('are numbered by their first reference, and left out without one', () => {
    const html = render('[^b] [^a] [^b]\n\n[^a]: first\n[^b]: second\n[^c]: third')
    expect(html.match(/aria-label="Footnote \d"/g)).toEqual([
      'aria-label="Footnote 1"',
      'aria-label="Footnote 2"',
      'aria-label="Footnote 1"',
    ])
    expect(html.indexOf('second')).toBeLessThan(html.indexOf('first'))
    expect(html).not.toContain('third')
  })

  it('lead back to every reference', () => {
    const html = render('[^1] [^1]\n\n[^1]: a')
    expect(html).toContain('id="fnref-1"')
    expect(html).toContain('id="fnref-1-2"')
    expect(html).toContain(
      'href="#fnref-1-2" class="footnote-back" role="doc-backlink" aria-label="Back to reference 1-2"',
    )
  })

  it('may hold blocks, and each other', () => {
    const html = render('[^1]\n\n[^1]: a[^2]\n\n    - b\n\n      ```js\n      c\n      ```\n\n[^2]: d[^1]')
    expect(html).toContain('<li>\n<p>b</p>\n<pre class="code"')
    expect(html).toContain('id="fnref-2"')
    expect(html).toContain('id="fnref-1-2"')
  })

  it('may be defined in a list or a quotation, and referred to before', () => {
    const html = render('a[^1] b[^2]\n\n> [^1]: quoted\n\n- [^2]: listed')
    expect(html).toContain('<p>quoted <a href="#fnref-1"')
    expect(html).toContain('<p>listed <a href="#fnref-2"')
  })

  it('are text without a definition', () => {
    expect(render('a[^1] b[^constructor]')).toBe('<p>a[^1] b[^constructor]</p>\n')
  })

  it('count by the first of two definitions, whatever the case of the label', () => {
    const html = render('[^A]\n\n[^a]: one\n\n[^A]: two')
    expect(html).toContain('one')
    expect(html).not.toContain('two')
  })

  it('end with a paragraph of their own when they end with none', () => {
    expect(render('[^1]\n\n[^1]: - a')).toContain('</ul>\n<p> <a href="#fnref-1"')
  })

  it('speak the language of the page', () => {
    const { html } = renderMarkdown('[^1]\n\n[^1]: a', {
      labels: { footnotes: 'Fußnoten', footnote: 'Fußnote %' },
    })
    expect(html).toContain('aria-label="Fußnoten"')
    expect(html).toContain('aria-label="Fußnote 1"')
    expect(html).toContain('aria-label="Back to reference 1"')
  })
})
