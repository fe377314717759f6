import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProse } from '../prose/text/read-prose'
import { moveSection } from './move-section'

const source = 'Lead.\n\n# A\n\na\n\n## A1\n\na1\n\n# B\n\nb\n\n# C\nc\n'

function move(text: string, index: number, before: number): string | undefined {
  const moved = moveSection(text, readProse(text).headings, index, before)
  if (moved === undefined) return undefined
  const result = moved.changes.reduceRight(
    (done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to),
    text,
  )
  expect(result.slice(moved.heading)).toMatch(/^#/)
  return result
}

describe('a section', () => {
  it.each([
    ['goes up with what is under it', 2, 0, 'Lead.\n\n# B\n\nb\n\n# A\n\na\n\n## A1\n\na1\n\n# C\nc\n'],
    ['goes down', 0, 3, 'Lead.\n\n# B\n\nb\n\n# A\n\na\n\n## A1\n\na1\n\n# C\nc\n'],
    ['goes to the end', 0, 4, 'Lead.\n\n# B\n\nb\n\n# C\nc\n\n# A\n\na\n\n## A1\n\na1\n'],
    ['comes from the end', 3, 0, 'Lead.\n\n# C\nc\n\n# A\n\na\n\n## A1\n\na1\n\n# B\n\nb\n'],
    ['goes under another', 1, 3, 'Lead.\n\n# A\n\na\n\n# B\n\nb\n\n## A1\n\na1\n\n# C\nc\n'],
  ])('%s', (_, index, before, expected) => {
    expect(move(source, index, before)).toBe(expected)
  })

  it.each([
    [0, 0],
    [0, 1],
    [0, 2],
    [3, 4],
    [9, 0],
  ])('number %i stays where it is before %i', (index, before) => {
    expect(move(source, index, before)).toBeUndefined()
  })

  it('takes no word away and adds none, wherever it goes', () => {
    const piece = fc.constantFrom('# A\n', '## B\n', '\n', 'text\n', '- item\n', '\n\n')
    fc.assert(
      fc.property(fc.array(piece), fc.nat(6), fc.nat(6), (pieces, index, before) => {
        const text = pieces.join('')
        const words = (from: string) => from.split(/\s+/).filter(Boolean).sort()
        expect(words(move(text, index, before) ?? text)).toEqual(words(text))
      }),
    )
  })
})
