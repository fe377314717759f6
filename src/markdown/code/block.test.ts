import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../../random-cases'
import { renderMarkdown } from '../render'

const render = (info: string, code: string) => renderMarkdown(`~~~${info}\n${code}\n~~~`).html

describe('a code block', () => {
  it('can be scrolled by key and says what it is', () => {
    expect(render('ts', 'a')).toBe(
      '<pre class="code" tabindex="0" role="group" aria-label="Code: TypeScript"><code class="language-ts"><span class="tok-variableName">a</span>\n</code></pre>\n',
    )
  })

  it('without a language is plain', () => {
    expect(renderMarkdown('    a < b').html).toBe(
      '<pre class="code" tabindex="0" role="group" aria-label="Code"><code>a &lt; b\n</code></pre>\n',
    )
  })

  it('in an unknown language keeps the class of the language', () => {
    expect(render('klingon"', '<a>')).toContain('<code class="language-klingon&quot;">&lt;a&gt;\n</code>')
  })

  it('with a title is a figure', () => {
    expect(render('js title="<a>.js"', 'a')).toMatch(
      /^<figure class="code-figure"><figcaption class="code-title">&lt;a&gt;\.js<\/figcaption>\n<pre [\s\S]*<\/pre>\n<\/figure>\n$/,
    )
  })

  it('marks and numbers lines', () => {
    const html = render('text {2} showLineNumbers=9', 'a\nb')
    expect(html).toContain('<pre class="code numbered"')
    expect(html).toContain(
      '<span class="line" data-line="9">a</span>\n<span class="line marked" data-line="10">b</span>\n</code>',
    )
  })

  it('compares, coloured in its language', () => {
    const html = render('js diff', '-let a\n+let b\n let c')
    expect(html).toContain('<pre class="code compared"')
    expect(html).toContain('<span class="line removed">-<span class="tok-keyword">let</span>')
    expect(html).toContain('<span class="line added">+<span class="tok-keyword">let</span>')
    expect(html).toContain('<span class="line"> <span class="tok-keyword">let</span>')
  })

  it('in the language diff shows what came and went', () => {
    const html = render('diff', '+a\n-b')
    expect(html).toContain('<span class="tok-inserted">+a</span>\n<span class="tok-deleted">-b</span>')
  })

  it('keeps every character of the code, whatever its options', () => {
    const code = fc.string({
      unit: fc.constantFrom('a', '<', '&', '"', '+', '-', ' ', '\n', '{', '/*', 'é'),
      maxLength: 40,
    })
    const options = fc.subarray(['title="t"', 'showLineNumbers', '{1-3}', 'diff'])
    const language = fc.constantFrom('js', 'sql', 'bash', 'text', 'klingon')
    fc.assert(
      fc.property(language, options, code, (name, chosen, text) => {
        const html = render([name, ...chosen].join(' '), text)
        const inner = /<code[^>]*>([\s\S]*)<\/code>/.exec(html)?.[1] ?? ''
        const shown = inner
          .replace(/<[^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&')
        expect(shown).toBe(`${text}\n`)
      }),
      { numRuns: randomCases(500) },
    )
  })
})
