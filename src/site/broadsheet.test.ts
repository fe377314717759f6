import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const tokens = readFileSync(resolve('resources/themes/broadsheet/styles/tokens.css'), 'utf8')
const [light = '', dark = ''] = tokens.split('@media')
const coloursIn = (css: string) =>
  Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]))

/** Relative luminance and contrast, as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

const prose = ['ink', 'muted', 'accent']
const callouts = ['note', 'tip', 'important', 'warning', 'caution']
const code = ['ink', 'caution', ...Object.keys(coloursIn(light)).filter((name) => name.startsWith('code-'))]
const pairs = [
  ...prose.flatMap((text) => ['paper', 'wash', 'selection'].map((ground) => [text, ground])),
  ...callouts.map((text) => [text, 'wash']),
  ...code.flatMap((text) => ['wash', 'marked', 'added', 'removed'].map((ground) => [text, ground])),
]

describe.each([
  ['light', coloursIn(light)],
  ['dark', coloursIn(dark)],
])('the %s colours', (_, colours) => {
  const pale = (text: string, ground: string, least: number) => {
    const ratio = contrast(colours[text] ?? '', colours[ground] ?? '')
    return ratio >= least ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)}`]
  }

  it('let one read every text on every ground it stands on (WCAG 2.2 AA, 4.5 : 1)', () => {
    expect(pairs.flatMap(([text = '', ground = '']) => pale(text, ground, 4.5))).toEqual([])
    expect(pairs.length).toBeGreaterThan(40)
  })

  it('let one see the edge of a box and of a link on paper (3 : 1)', () => {
    expect(pale('edge', 'paper', 3)).toEqual([])
  })
})
