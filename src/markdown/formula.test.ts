import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderFormula } from './formula'
import { renderMarkdown } from './render'
import { findDangers, isBalanced } from './safety/oracle'

/** The TeX sources that are shown as formulas. */
const formulasOf = (source: string) =>
  [...renderMarkdown(source).html.matchAll(/<annotation encoding="application\/x-tex">([^<]*)</g)].map(
    (match) => match[1],
  )

describe('math', () => {
  it.each([
    ['$x$', ['x']],
    ['a $x + y$, b', ['x + y']],
    ['($x$)', ['x']],
    ['$x$-axis and $$y$$', ['x', 'y']],
    ['$a_1$ and *b* $c^*d^*$', ['a_1', 'c^*d^*']],
    ['$\\$5$', ['\\$5']],
    ['# $x$', ['x']],
    ['| $a$ |\n|---|\n| $b$ |', ['a', 'b']],
    ['$$\nx\n\n+ y\n$$', ['x\n\n+ y']],
    ['$$ x $$', ['x']],
    ['text\n$$\nx\n$$\ntext', ['x']],
    ['> $$\n> x\n> $$', ['x']],
    ['- $$\n  x\n  $$', ['x']],
    ['```math\nx\n```', ['x']],
  ])('is read in %j', (source, formulas) => {
    expect(formulasOf(source)).toEqual(formulas)
  })

  it.each([
    'It costs $5 and $10.',
    'US$5 or A$6',
    '$HOME and $PATH, $PATH:$HOME',
    '$ a $',
    '\\$x$',
    '`$x$`',
    '$',
    '$$',
    '$$$x$$$',
    '$$\nnever closed',
    'a$b$c',
    '    $x$',
    'https://a.test/?a=$b&c=$',
  ])('is not in %j', (source) => {
    expect(formulasOf(source)).toEqual([])
  })

  it('says in classes how columns are aligned, in a table within a table as well', () => {
    const cells = (tex: string) =>
      [...renderFormula(tex, true, undefined).matchAll(/<mt(?:able|d)(?: class ?="([^"]*)")?/g)].map(
        (it) => it[1],
      )
    const inner = String.raw`\begin{array}{lc} 1 & 2 \end{array}`
    expect(cells(String.raw`\begin{aligned} a &= ${inner} \\ c &= d \end{aligned}`)).toEqual([
      'math-aligned',
      'align-right',
      'align-left',
      undefined,
      'align-left',
      undefined,
      'align-right',
      'align-left',
    ])
    expect(cells(String.raw`\begin{align*} a &= b \end{align*}`)).toContain('align-right')
  })

  it('is MathML, a block or within the line', () => {
    expect(renderMarkdown('$x$').html).toMatch(/^<p><span class="katex"><math xmlns="[^"]+"><semantics>/)
    expect(renderMarkdown('$$x$$ a').html).toMatch(
      /^<p><span class="math"><span class="katex"><math [^>]* display="block">/,
    )
    expect(renderMarkdown('$$\nx\n$$').html).toMatch(
      /^<div class="math" tabindex="0"><span class="katex"><math [^>]* display="block">/,
    )
  })

  it('with a mistake shows its source and the reason', () => {
    expect(renderFormula('\\frac{<', false, undefined)).toMatch(
      /^<code class="math-error" title="KaTeX parse error: [^"]+">\\frac\{&lt;<\/code>$/,
    )
  })

  it.each(['\\href{https://a.test}{x}', '\\includegraphics{a.png}', '\\htmlStyle{color:red}{x}', '\\url{a}'])(
    'refuses %s, which reaches beyond the formula',
    (tex) => {
      expect(renderFormula(tex, false, undefined)).not.toMatch(/href=|src=|style=/)
    },
  )

  it.each([
    ['an endless macro', '\\def\\a{\\a\\a}\\a'],
    ['a deep nest', '{'.repeat(5_000)],
    ['one over 10,000 characters', 'x'.repeat(10_001)],
    ['one that would print to the console', '\\message{a}'],
    ['one that would do so by another name', '\\let\\a\\show \\a{b}'],
  ])('gives up on %s', (_, tex) => {
    expect(renderFormula(tex, true, undefined)).toContain('math-error')
  })

  it('is safe and balanced, whatever the formula', () => {
    const piece = fc.constantFrom(
      ...'x 2 < > " & ^ _ { } ( ) [ ] | \\\\ \\, \\; \\: \\frac{a}{b} \\sqrt[3]{x} \\text{a<b} \\mbox{\\,} \\mathrm{d} \\color{red} \\textcolor{#f00}{x} \\boxed{x} \\rule{1em}{2em} \\kern1em \\left( \\right) \\overline{x} \\xrightarrow[a]{b} \\href{javascript:a}{b} \\begin{matrix} \\end{matrix} \\tag{1} \\mathord{xy} \\operatorname{a} \\bigl( \\phantom{x} \\cancel{x} \\colon \\verb|<| \\char"3C \\unicode'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, isDisplay) => {
        const html = renderFormula(pieces.join(''), isDisplay, undefined)
        expect(findDangers(html)).toEqual([])
        expect(isBalanced(html), html).toBe(true)
      }),
    )
  })
})
