import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutSnippet } from './snippet'

describe('a snippet', () => {
  it('shows the words around the first one found, marked', () => {
    const source = `${'lorem '.repeat(40)}The Café opens early. ${'ipsum '.repeat(40)}`
    expect(cutSnippet(source, ['cafe'])).toMatch(/^…lorem .*The \uE000Café\uE001 opens early\. .*…$/)
  })

  it('starts at the beginning when nothing is found', () => {
    expect(cutSnippet('A short text', ['absent'])).toBe('A short text')
  })

  it('never adds or loses a character of the text beside its marks and spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string(), { maxLength: 3 }),
        (source, terms) => {
          const plain = cutSnippet(source, terms).replace(/[\uE000\uE001…]/g, '')
          expect(source.replace(/[\uE000\uE001…]/g, '').replace(/\s+/g, ' ')).toContain(plain)
        },
      ),
    )
  })
})
