import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../render'
import { findAddresses } from './addresses'

const linksOf = (source: string) =>
  [...renderMarkdown(source).html.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map((match) => [
    match[1],
    match[2],
  ])
const alone = (text: string) => [[text, text]]

describe('bare addresses', () => {
  it.each([
    ['see https://a.test/b.', 'https://a.test/b'],
    ['(https://a.test/b_(c)_d)', 'https://a.test/b_(c)_d'],
    ['https://a.test/*b*/~c~/$d$', 'https://a.test/*b*/~c~/$d$'],
    ['"https://a.test"', 'https://a.test'],
    ['[see https://a.test/b]', 'https://a.test/b'],
    ['**https://a.test**', 'https://a.test'],
    ['http://localhost:3000/a', 'http://localhost:3000/a'],
    ['https://a.test/b?c=d&e=f#g', 'https://a.test/b?c=d&amp;e=f#g'],
    ['https://a.test/b…', 'https://a.test/b%E2%80%A6'],
  ])('%j is a link to %s', (source, href) => {
    expect(linksOf(source).map(([to]) => to)).toEqual([href])
  })

  it('say what was written', () => {
    expect(linksOf('https://a.test/b_c')).toEqual(alone('https://a.test/b_c'))
    expect(linksOf('www.a.test/b')).toEqual([['http://www.a.test/b', 'www.a.test/b']])
    expect(linksOf('a.b+c@d.test.')).toEqual([['mailto:a.b+c@d.test', 'a.b+c@d.test']])
  })

  it.each([
    'http://',
    'https://a_b',
    'ahttps://a.test',
    'www.',
    'awww.a.test',
    'a@b',
    'a@b.c-',
    '@a.test',
    'ftp://a.test',
    '`https://a.test`',
    'a\\@b.test',
  ])('%j is none', (source) => {
    expect(linksOf(source)).toEqual([])
  })

  it('inside a link stay text', () => {
    expect(linksOf('[https://a.test b@c.test](d)')).toEqual([['d', 'https://a.test b@c.test']])
    expect(linksOf('<a href="d">www.a.test</a>')).toEqual([['d', 'www.a.test']])
  })

  it('are found side by side', () => {
    expect(findAddresses('a@b.c d@e.f www.g.h').map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [6, 11],
      [12, 19],
    ])
  })
})
