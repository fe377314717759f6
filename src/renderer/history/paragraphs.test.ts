import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../document'
import { copyBack } from './copy-back'
import { toParagraphs } from './paragraphs'

const compare = (from: string, to: string) => toParagraphs(compareTexts(from, to))
const kinds = (from: string, to: string) => compare(from, to).map(({ kind }) => kind)

describe('two states by paragraphs', () => {
  it('tells what stayed, changed, went and came', () => {
    expect(kinds('One.\n\nTwo old.\n\nThree.\n', 'One.\n\nTwo new.\n\nFour.\n')).toEqual([
      'same',
      'changed',
      'changed',
    ])
    expect(kinds('One.\n\nTwo.\n\nThree.\n', 'One.\n\nThree.\n')).toEqual(['same', 'removed', 'same'])
    expect(kinds('One.\n', 'One.\n\nTwo.\n')).toEqual(['same', 'inserted'])
    expect(kinds('', '')).toEqual([])
  })

  it('has each paragraph as it was, and where it is', () => {
    const to = 'One.\n\nTwo new\nlines.\n'
    const [, two] = compare('One.\n\nTwo old\nlines.\n', to)
    expect(two?.before).toBe('Two old\nlines.')
    expect(to.slice(two?.from, two?.to)).toBe('Two new\nlines.')
  })

  it('loses no word of either text', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'ccc', '\n', '\n\n', ' ', '# h\n', '\n\n\n'), {
      maxLength: 25,
    })
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [from, to] = [a.join(''), b.join('')]
        const paragraphs = compare(from, to)
        const letters = (text: string) => text.replace(/\s/g, '')
        expect(letters(paragraphs.map(({ before }) => before).join(''))).toBe(letters(from))
        expect(letters(paragraphs.map((each) => to.slice(each.from, each.to)).join(''))).toBe(letters(to))
      }),
    )
  })
})

describe('a paragraph that is copied back', () => {
  /** The present text once the `index`th paragraph was copied back into it. */
  const copied = (from: string, to: string, index: number, present = to) => {
    const paragraph = compare(from, to)[index]
    if (paragraph === undefined) throw new Error('no such paragraph')
    const { at, insert } = copyBack(paragraph, to, present)
    return present.slice(0, at) + insert + present.slice(at)
  }

  it('stands where it was', () => {
    expect(copied('One.\n\nTwo.\n\nThree.\n', 'One.\n\nThree.\n', 1)).toBe('One.\n\nTwo.\n\nThree.\n')
    expect(copied('One.\n\nTwo.\n', 'Two.\n', 0)).toBe('One.\n\nTwo.\n')
    expect(copied('One.\n\nTwo.\n', 'One.\n', 1)).toBe('One.\n\nTwo.\n')
    expect(copied('One.\n\nTwo.', 'One.', 1)).toBe('One.\n\nTwo.\n')
    expect(copied('Only.', '', 0)).toBe('Only.\n')
  })

  it('stands before what it became', () => {
    expect(copied('One.\n\nTwo old.\n\nEnd.\n', 'One.\n\nTwo new.\n\nEnd.\n', 1)).toBe(
      'One.\n\nTwo old.\n\nTwo new.\n\nEnd.\n',
    )
  })

  it('finds its place in a text that was edited meanwhile', () => {
    expect(
      copied('One.\n\nTwo.\n\nThree.\n', 'One.\n\nThree.\n', 1, 'Zero.\n\nOne!\n\nThree.\n\nFour.\n'),
    ).toBe('Zero.\n\nOne!\n\nTwo.\n\nThree.\n\nFour.\n')
  })

  it('is a paragraph by itself, wherever it goes', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'ccc', '\n\n', ' ', '\n'), { maxLength: 20 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(words, words, words, (from, to, present) => {
        for (const paragraph of compare(from, to)) {
          if (paragraph.before === '') continue
          const { at, insert } = copyBack(paragraph, to, present)
          const text = present.slice(0, at) + insert + present.slice(at)
          // What became one paragraph may have been two.
          const blocks = (of: string) => of.split(/\n[^\S\n]*\n/).map((block) => block.trim())
          expect(blocks(text)).toEqual(expect.arrayContaining(blocks(paragraph.before)))
        }
      }),
    )
  })
})
