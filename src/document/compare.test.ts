import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts, type DifferencePart } from './compare'

/** `[-removed-]` and `{+inserted+}`, as git writes them. */
const show = (parts: readonly DifferencePart[]) =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

describe('two texts, compared by words', () => {
  it.each([
    ['one two three', 'one 2 three', 'one [-two-]{+2+} three'],
    ['a red fox ran', 'a brown dog ran', 'a [-red fox-]{+brown dog+} ran'],
    ['same', 'same', 'same'],
    ['', 'new', '{+new+}'],
    [
      'line one\nline two\n',
      'line one\nline 2\nline three\n',
      'line one\nline [-two-]{+2+}\n{+line three\n+}',
    ],
    ['東京に行く', '東京へ行く', '東京[-に-]{+へ+}行く'],
  ])('%j and %j', (from, to, shown) => {
    expect(show(compareTexts(from, to))).toBe(shown)
  })

  it('are both in what is shown, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'word', '. ', '東', '👩‍🚀'), { maxLength: 40 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [from, to] = [a.join(''), b.join('')]
        const parts = compareTexts(from, to)
        const without = (kind: string) => parts.filter((part) => part.kind !== kind)
        const join = (some: readonly DifferencePart[]) => some.map((part) => part.text).join('')
        expect(join(without('inserted'))).toBe(from)
        expect(join(without('removed'))).toBe(to)
      }),
    )
  })

  it('of a book that was written anew are shown as replaced, soon', () => {
    const book = (word: string) => Array.from({ length: 30_000 }, (_, n) => `${word}${n}`).join(' ')
    expect(compareTexts(book('a'), book('b')).length).toBeGreaterThan(0)
  })
})
