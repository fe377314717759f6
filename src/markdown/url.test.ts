import { describe, expect, it } from 'vitest'
import { isAbsolute, safeUrl } from './url'

describe('a URL on a page', () => {
  it.each([
    'https://a.test/b?c#d',
    'HTTP://a.test',
    'mailto:a@b.test',
    'tel:+49301234',
    '/a',
    '../a.md#b',
    '?a:b',
    '#a:b',
    '//a.test/b',
    'a/b:c',
    '10:30.md',
    '',
  ])('may be %j', (url) => {
    expect(safeUrl(url, 'link')).toBe(url)
  })

  it.each([
    'javascript:a',
    'JAVASCRIPT:a',
    ' javascript:a',
    '\u0000javascript:a',
    'java\nscript:a',
    'java\tscript:a',
    'java\u200bscript:a',
    'java\u00adscript:a',
    'javascript\u0000:a',
    'vbscript:a',
    'file:///a',
    'data:text/html,a',
    'data:image/png;base64,AA',
    'blob:https://a.test/b',
    'ftp://a.test',
    'app://longhand/a',
    'a+b.c-d:e',
  ])('may not be %j', (url) => {
    expect(safeUrl(url, 'link')).toBeNull()
  })

  it('loses what browsers ignore', () => {
    expect(safeUrl('  ht\ntps://a.test/\u0007b ', 'link')).toBe('https://a.test/b')
  })

  it.each([
    'data:image/png;base64,AA',
    'DATA:image/WEBP;base64,AA',
    'data:image/avif,a',
    'https://a.test/b.svg',
    'a.png',
  ])('for an image may be %j', (url) => {
    expect(safeUrl(url, 'image')).toBe(url)
  })

  it.each([
    'data:image/svg+xml,a',
    'data:text/html,a',
    'data:,a',
    'mailto:a@b.test',
    'tel:1',
    'javascript:a',
  ])('for an image may not be %j', (url) => {
    expect(safeUrl(url, 'image')).toBeNull()
  })

  it('is absolute with a scheme or a host', () => {
    expect(['a:b', '//a', '\\\\a', '/a', 'a', '#a'].map(isAbsolute)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
