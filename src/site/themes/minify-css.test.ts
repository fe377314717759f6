import { describe, expect, it } from 'vitest'
import { minifyCss } from './minify-css'

describe('a smaller style sheet', () => {
  it.each([
    ['a , b { color : red ; }', 'a,b{color :red}'],
    ['/* don’t "open */ a{}', 'a{}'],
    ['a{content: "a ; { b"; margin: 0 auto}', 'a{content:"a ; { b";margin:0 auto}'],
    ['a{b: calc(1px + 2px)}', 'a{b:calc(1px + 2px)}'],
    [':root {\n  --dark: ;\n  --light: initial;\n}', ':root{--dark: ;--light:initial}'],
    ['a :hover{b:c}', 'a :hover{b:c}'],
    ['a{background: url(x;y{z})}', 'a{background:url(x;y{z})}'],
    ['@media (min-width: 1rem) {\n a { b: c; }\n}', '@media (min-width:1rem){a{b:c}}'],
    ['a{} /* open', 'a{}'],
    ['a > b{font: 1px / 2 x}', 'a>b{font:1px/2 x}'],
    ['a{b: 0.5em 10.5px calc(0.25rem - 0.5vw) 0}', 'a{b:.5em 10.5px calc(.25rem - .5vw) 0}'],
  ])('%s is %s', (css, small) => {
    expect(minifyCss(css)).toBe(small)
  })

  it('takes a time that grows with its length', () => {
    for (const part of ['/*', '"', 'url(', ' ', '; ', "'\\"]) {
      const started = performance.now()
      minifyCss(part.repeat(200_000))
      expect(performance.now() - started).toBeLessThan(2000)
    }
  })
})
