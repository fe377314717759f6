import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlightCode } from './highlight'
import { codeLanguages } from './languages'

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

describe('highlighting', () => {
  it('marks what the grammar sees', () => {
    expect(highlightCode('let a = "<b>"', 'js')).toBe(
      '<span class="tok-keyword">let</span> <span class="tok-variableName tok-definition">a</span> <span class="tok-operator">=</span> <span class="tok-string">"&lt;b&gt;"</span>',
    )
  })

  it('keeps every line by itself', () => {
    const lines = highlightCode('/* a\nb */ c', 'js')?.split('\n')
    expect(lines).toEqual([
      '<span class="tok-comment">/* a</span>',
      '<span class="tok-comment">b */</span> <span class="tok-variableName">c</span>',
    ])
  })

  it('colours scripts and styles within a page', () => {
    const html = highlightCode('<script>let a</script><style>b { color: red }</style>', 'html')
    expect(html).toContain('<span class="tok-keyword">let</span>')
    expect(html).toContain('<span class="tok-propertyName">color</span>')
  })

  it('reads PHP with and without its opening tag', () => {
    expect(highlightCode('<?php echo 1; ?>', 'php')).toContain('<span class="tok-keyword">echo</span>')
    expect(highlightCode('echo 1;', 'php')).toContain('<span class="tok-keyword">echo</span>')
  })

  it.each([
    ['an unknown language', 'a', 'klingon'],
    ['a block over 200,000 characters', 'a\n'.repeat(100_001), 'js'],
    ['a line over 2,000 characters', 'a'.repeat(2_001), 'js'],
    ['Markdown over 40,000 characters', 'a\n'.repeat(20_001), 'md'],
  ])('leaves %s to be shown plainly', (_, code, language) => {
    expect(highlightCode(code, language)).toBeNull()
  })

  it('never changes the code, whatever it is', () => {
    const language = fc.constantFrom(...codeLanguages.map(({ fences }) => fences[0] ?? ''))
    const piece = fc.constantFrom(
      'a',
      '1',
      '"',
      "'",
      '`',
      '\\',
      '<',
      '>',
      '&',
      '{',
      '}',
      '(',
      '[',
      '#',
      '//',
      '/*',
      '*/',
      '\n',
      '  ',
      '${',
      '<?',
      '=',
      ':',
      '-',
      '+',
    )
    fc.assert(
      fc.property(language, fc.array(piece, { maxLength: 40 }), (name, pieces) => {
        const code = pieces.join('')
        const html = highlightCode(code, name) ?? ''
        expect(textOf(html)).toBe(code)
        expect(
          html.split('\n').every((line) => line.split('<span').length === line.split('</span>').length),
        ).toBe(true)
      }),
    )
  })
})
