import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const readTokens = (css: string) =>
  new Map(
    [...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
const rules = (sheet: string) =>
  [
    ...readFileSync(join(import.meta.dirname, 'renderer', sheet), 'utf8').matchAll(
      /^(:root[^{]*)\{([^}]*)\}/gm,
    ),
  ].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    tokens: readTokens(body),
  }))

const [day, night] = rules('design/tokens.css')
const themes = rules('focus/themes.css').map(({ selector, tokens }) => {
  const isDark = selector.includes('[data-dark]')
  const base = isDark ? night : day
  const name = /editor-theme="(\w+)"/.exec(selector)?.[1] ?? ''
  return [
    `${name} by ${isDark ? 'night' : 'day'}`,
    new Map([...(day?.tokens ?? []), ...(base?.tokens ?? []), ...tokens]),
  ] as const
})

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const inks = ['ink', 'ink-soft', 'ink-faint', 'ink-dimmed', 'accent', 'code-mark', 'code-comment']
const codeInks = [
  'ink',
  'ink-dimmed',
  'code-keyword',
  'code-string',
  'code-number',
  'code-comment',
  'code-name',
  'code-type',
  'code-mark',
]

describe('an editor theme', () => {
  it('is there by day and by night', () => {
    expect(themes.map(([name]) => name)).toEqual([
      'sepia by day',
      'sea by day',
      'contrast by day',
      'sepia by night',
      'sea by night',
      'contrast by night',
    ])
  })

  it.each([
    ['plain by day', day?.tokens ?? new Map()] as const,
    ['plain by night', new Map([...(day?.tokens ?? []), ...(night?.tokens ?? [])])] as const,
    ...themes,
  ])('has no ink that is hard to read: %s', (_name, tokens) => {
    const colour = (name: string): string => tokens.get(`--${name}`) ?? ''
    const weak = [
      ...inks.map((ink) => [ink, 'paper'] as const),
      ...codeInks.map((ink) => [ink, 'code-surface'] as const),
      ['ink', 'selection'] as const,
      ['ink', 'mark'] as const,
    ]
      .map(([ink, paper]) => `${ink} on ${paper}: ${contrast(colour(ink), colour(paper)).toFixed(2)}`)
      .filter((line) => Number(line.split(': ')[1]) < 4.5)
    expect(weak).toEqual([])
  })
})
