import fc from 'fast-check'
import createMarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../random-cases'
import { renderMarkdown } from './render'

const reference = new createMarkdownIt()
const pieces = fc.constantFrom(
  ...'http:// https:// ftp: // / ? # a Z 9 . - _ ~ = & + % %20 %zz : @ [ ] \\ é ß 漢 | ^ ; , ! $ * ( ) { }'.split(
    ' ',
  ),
)

describe('addresses', () => {
  it('are spelled as markdown-it spells them, however quickly', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const url = parts.join('')
        const { html } = renderMarkdown('[x](a)', { resolveLink: () => url })
        const shown = /href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
        if (shown !== undefined) expect(shown).toBe(reference.normalizeLink(url))
      }),
      { numRuns: randomCases(5000) },
    )
  })
})
