import { describe, expect, it } from 'vitest'
import { english } from '../../words'
import { describeSize, markdownFor, nameOf } from './describe-file'

describe('a file of the library', () => {
  it.each([
    ['media/diagram-3f2a91bc04de.png', 'diagram.png'],
    ['media/two-people-3f2a91bc04de.png', 'two-people.png'],
    ['media/a-3f2a91bc04de-3f2a91bc04de.svg', 'a-3f2a91bc04de.svg'],
  ])('%s is called %s', (path, name) => {
    expect(nameOf(path)).toBe(name)
  })

  it('is shown when it is an image and linked when it is not', () => {
    expect(markdownFor({ path: 'media/two-people-3f2a91bc04de.png', type: 'image/png' })).toBe(
      '![two people](media/two-people-3f2a91bc04de.png)',
    )
    expect(markdownFor({ path: 'media/paper-3f2a91bc04de.pdf', type: 'application/pdf' })).toBe(
      '[paper.pdf](media/paper-3f2a91bc04de.pdf)',
    )
  })

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1.0\u00a0kB'],
    [23_456, '23\u00a0kB'],
    [999_499, '999\u00a0kB'],
    [999_500, '1.0\u00a0MB'],
    [4_200_000, '4.2\u00a0MB'],
  ])('of %i bytes has %s', (bytes, text) => {
    expect(describeSize(bytes, english)).toBe(text)
  })
})
