import { GFM, parser } from '@lezer/markdown'
import { describe, expect, it } from 'vitest'
import { mathSyntax } from './math-syntax'

const withMath = parser.configure([GFM, mathSyntax])

/** What the parser takes for formulas. */
function formulas(text: string): string[] {
  const found: string[] = []
  withMath.parse(text).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'InlineMath' || name === 'BlockMath') found.push(text.slice(from, to))
    },
  })
  return found
}

describe('a formula in a line', () => {
  it.each([
    ['a $x_1$ b $y_2$', ['$x_1$', '$y_2$']],
    ['costs $5 and $6', []],
    ['a $ x$ b', []],
    ['a $x $ b', []],
    ['a$x$ b', []],
    ['a $x$b', []],
    ['a \\$x$ b', []],
    ['a $x\\$y$ b', ['$x\\$y$']],
    ['a $$x + y$$ b', ['$$x + y$$']],
    ['`$x$`', []],
    ['**$x$**', ['$x$']],
    ['$a\nb$', ['$a\nb$']],
    ['a $', []],
  ])('of %j is %j', (text, expected) => {
    expect(formulas(text)).toEqual(expected)
  })
})

describe('a block of math', () => {
  it.each([
    ['$$\nx\n+ y\n$$\n\na', ['$$\nx\n+ y\n$$']],
    ['$$ x $$', ['$$ x $$']],
    ['a\n$$\nx\n$$\nb', ['$$\nx\n$$']],
    ['> $$\n> x\n> $$\n\nb', ['$$\n> x\n> $$']],
    ['- $$\n  x\n  $$\n- b', ['$$\n  x\n  $$']],
    ['$$\nx *y*\n\nb', []],
    ['$$', []],
    ['    $$\n    x\n    $$', []],
    ['```\n$$\nx\n$$\n```', []],
  ])('of %j is %j', (text, expected) => {
    expect(formulas(text)).toEqual(expected)
  })

  it('that has no end leaves the text around it as it is', () => {
    const names = withMath.parse('$$ *a*\n\n- b').toString()
    expect(names).toContain('Emphasis')
    expect(names).toContain('BulletList')
  })
})
