import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../random-cases'
import { renderMarkdown } from './render'
import { countWords, shorten } from './text'

describe('words', () => {
  it.each([
    ['one two-three four’s 5', 4],
    ['漢字 and かな', 5],
    ['— … 🎉', 0],
    ['', 0],
  ])('of %j are %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  it('are the same in plain text as in any other', () => {
    const ascii = fc.array(fc.constantFrom(..."aZ0 9-.'@[`{_\n".split('')), { maxLength: 30 })
    fc.assert(
      fc.property(ascii, (letters) => {
        const text = letters.join('')
        // A letter beyond ASCII takes the slower way.
        expect(countWords(text)).toBe(countWords(`${text} é`) - 1)
      }),
      { numRuns: randomCases(2000) },
    )
  })

  it('are counted in the text, not in code blocks, formulas’ blocks or addresses', () => {
    const source =
      '# One two\n\nthree **fo**ur [five](https://a.test/b) `six`[^1]\n\n```js\nno\n```\n\n$$\nno\n$$\n\n- seven\n\n[^1]: eight'
    expect(renderMarkdown(source).words).toBe(8)
  })
})

describe('an excerpt', () => {
  const excerptOf = (source: string) => renderMarkdown(source).excerpt

  it('is the first paragraph as plain text', () => {
    expect(excerptOf('# Title\n\n> quoted\n\nSome *text*\nand `code`.[^1]\n\nMore.\n\n[^1]: note')).toBe(
      'Some text and code.',
    )
  })

  it('passes over images alone', () => {
    expect(excerptOf('![alt](a.png)\n\n[![badge](b.png)](c)\n\nText ![x](y).')).toBe('Text .')
  })

  it('is empty when there is no paragraph', () => {
    expect(excerptOf('# Title')).toBe('')
  })

  it('is cut at a word', () => {
    expect(shorten('one two three', 9)).toBe('one two…')
    expect(shorten('one two three', 8)).toBe('one two…')
    expect(shorten('one, two three', 6)).toBe('one…')
    expect(shorten('one two', 7)).toBe('one two')
    const long = excerptOf('word '.repeat(100))
    expect(long.length).toBeLessThanOrEqual(240)
    expect(long.endsWith('word…')).toBe(true)
  })

  it('never ends in half a character', () => {
    expect(shorten('🎉'.repeat(20), 10)).toBe('🎉🎉🎉🎉…')
  })
})
