import { describe, expect, it } from 'vitest'
import { contrastOf, readColour } from './contrast'

const contrast = (a: string, b: string) => {
  const [one, other] = [readColour(a), readColour(b)]
  if (one === null || other === null) throw new Error(`${a} or ${b} is no colour`)
  return contrastOf(one, other)
}

describe('contrast', () => {
  it.each([
    ['#000', '#fff', 21],
    ['#fff', '#ffffff', 1],
    // WebAIM's own examples
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#0000ff', 'white', 8.59],
  ])('of %s and %s is what WCAG counts', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2)
    expect(contrast(b, a)).toBeCloseTo(ratio, 2)
  })

  it.each([
    ['rgb(255 0 0)', '#ff0000'],
    ['rgb(100%, 50%, 0%)', '#ff8000'],
    ['hsl(0, 100%, 50%)', '#f00'],
    ['hsl(210deg 50% 40%)', '#336699'],
    ['oklch(62.8% 0.2577 29.23)', '#ff0000'],
    ['oklch(1 0 0)', '#fff'],
  ])('%s is %s', (written, hex) => {
    expect(contrast(written, hex)).toBeCloseTo(1, 1)
  })

  it.each([
    '',
    '#12',
    '#12345678',
    'rgba(0, 0, 0, 0.5)',
    'rgb(0 0 0 / 50%)',
    'var(--ink)',
    'chartreuse',
    'rgb(a b c)',
  ])('“%s” is not read as an opaque colour', (text) => {
    expect(readColour(text)).toBeNull()
  })
})
