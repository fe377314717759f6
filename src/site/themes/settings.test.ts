import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastOf, readColour, textContrast } from '../checks/contrast'
import { readableOn } from './colour'
import { cssOfSettings, settingSchema, settingValues, type ThemeSetting } from './settings'

const label = { en: 'X' }
const settings: ThemeSetting[] = [
  { name: 'accent', kind: 'colour', label, default: '#97271b', against: { light: ['#fff'], dark: ['#111'] } },
  {
    name: 'font',
    kind: 'choice',
    label,
    default: 'serif',
    choices: [
      { value: 'serif', label, css: { 'body-font': 'var(--serif)' } },
      { value: 'sans', label, css: { 'body-font': 'var(--sans)' } },
    ],
  },
  { name: 'size', kind: 'length', label, default: '1rem', min: '0.5rem', max: '2rem' },
  { name: 'notice', kind: 'text', label, default: '' },
  { name: 'toggle', kind: 'switch', label, default: 'true' },
]

describe('the settings of a theme', () => {
  it('give custom properties to its styles and values to its layouts', () => {
    const chosen = { accent: '#fc0', font: 'sans', size: '1.25rem', notice: 'Hi', toggle: 'false' }
    expect(cssOfSettings(settings, chosen)).toMatch(
      /^:root\{--accent:var\(--light,#[0-9a-f]{6}\) var\(--dark,#ffcc00\);--body-font:var\(--sans\);--size:1\.25rem;\}/,
    )
    expect({ ...settingValues(settings, chosen) }).toEqual({
      accent: '#fc0',
      font: 'sans',
      size: '1.25rem',
      notice: 'Hi',
      toggle: false,
    })
  })

  it.each([
    ['accent', 'red;}body{display:none'],
    ['accent', '#12345'],
    ['font', 'comic'],
    ['size', '99rem'],
    ['size', '1px'],
    ['size', '1rem;}'],
    ['notice', 'x'.repeat(501)],
    ['toggle', 'maybe'],
    ['__proto__', 'x'],
    ['constructor', 'x'],
    ['nonsense', 'x'],
  ])('%s set to “%s” has no effect', (name, value) => {
    const chosen = JSON.parse(JSON.stringify({ [name]: value }))
    expect(cssOfSettings(settings, chosen)).toBe(cssOfSettings(settings, {}))
    expect(settingValues(settings, chosen)).toEqual(settingValues(settings, {}))
  })

  it('are refused with a default that they can’t have', () => {
    const [, font] = settings
    expect(settingSchema.safeParse({ ...font, default: 'comic' }).success).toBe(false)
    expect(settingSchema.safeParse({ ...font, default: 'sans' }).success).toBe(true)
  })

  it('hold nothing in CSS that could end a value, whatever is chosen', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('accent', 'font', 'size', 'notice'), fc.string()),
        (chosen) => {
          expect(cssOfSettings(settings, chosen)).toMatch(/^:root\{[^{}]*\}\n$/)
        },
      ),
    )
  })
})

const colours = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)

describe('a colour that has to be read', () => {
  it('can be, on every ground, and stays as it is where it can already', () => {
    fc.assert(
      fc.property(
        colours,
        fc.constantFrom(['#fcfaf6', '#f3efe6'], ['#161513', '#211f1b']),
        (colour, grounds) => {
          const found = readableOn(colour, grounds, textContrast)
          const ratio = (hex: string) =>
            Math.min(...grounds.map((ground) => contrastOf(readColour(hex)!, readColour(ground)!)))
          expect(ratio(found)).toBeGreaterThanOrEqual(textContrast)
          if (ratio(colour) >= textContrast) expect(found).toBe(colour)
        },
      ),
    )
  })

  it('keeps its hue', () => {
    expect(readableOn('#97271b', ['#161513', '#211f1b'], 4.5)).toMatch(/^#[d-f][0-9a-f][4-8]/)
  })
})
