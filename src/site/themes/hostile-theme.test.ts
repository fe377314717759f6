import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LonghandError } from '../../document'
import { randomCases } from '../../random-cases'
import { prepareTemplates } from '../templates'
import type { Theme } from '../theme'

const themeOf = (layouts: Record<string, string>): Theme => ({
  name: 'Hostile',
  postsPerPage: 1,
  layouts: Object.assign(Object.create(null), layouts),
  assets: new Map(),
  settings: {},
  words: () => ({}),
  fingerprint: '',
})
const values = { site: { title: '<b>' }, words: {}, settings: {}, list: [1, 2, 3], text: 'x'.repeat(1000) }

/** What a layout makes; or the error, which has to be one that is told to the writer. */
function run(source: string, more: Record<string, string> = {}): string | LonghandError {
  try {
    return prepareTemplates(themeOf({ ...more, 'index.liquid': source }), () => undefined).render(
      'index',
      values,
    )
  } catch (error) {
    if (error instanceof LonghandError) return error
    throw error
  }
}

const bombs: Record<string, string> = {
  'a range': '{% for i in (1..999999999) %}x{% endfor %}',
  'loops in loops': `${'{% for i in (1..3000) %}'.repeat(5)}{{ text }}${'{% endfor %}'.repeat(5)}`,
  'text that doubles':
    '{% assign t = text %}{% for i in (1..60) %}{% assign t = t | append: t %}{% endfor %}{{ t }}',
  'captured text that doubles':
    '{% assign t = text %}{% for i in (1..60) %}{% capture t %}{{ t }}{{ t }}{% endcapture %}{% endfor %}{{ t }}',
  'replaced text that doubles':
    '{% assign t = text %}{% for i in (1..60) %}{% assign t = t | replace: "x", "xx" %}{% endfor %}{{ t }}',
  'a list that grows':
    '{% assign l = list %}{% for i in (1..60) %}{% assign l = l | concat: l %}{% endfor %}{{ l | join }}',
  'a layout that renders itself': '{% render "index.liquid" %}',
  'a layout that includes itself twice': '{% include "index.liquid" %}{% include "index.liquid" %}',
  'a layout within itself': '{% layout "index.liquid" %}',
  'a partial once within itself': '{% once "index.liquid" %}',
  'two that render each other': '{% render "a.liquid" %}',
}

describe('a hostile layout', () => {
  it.each(Object.entries(bombs))(
    'with %s is stopped within its limits',
    (_, source) => {
      const memory = process.memoryUsage().rss
      const ended = run(source, {
        'a.liquid': '{% render "b.liquid" %}',
        'b.liquid': '{% render "a.liquid" %}',
      })
      expect(ended).toBeInstanceOf(LonghandError)
      expect(process.memoryUsage().rss - memory).toBeLessThan(1_000_000_000)
    },
    40_000,
  )

  it.each([
    '{% render "../../../etc/passwd" %}',
    '{% render "/etc/passwd" %}',
    '{% include "..\\\\..\\\\x" %}',
    '{% layout "../base.liquid" %}',
    '{% once "../x" %}',
    '{% render "__proto__" %}',
    '{% include "constructor" %}',
    '{% once "toString" %}',
    '{% render site.title %}',
  ])('reads nothing outside by %s', (source) => {
    expect(run(source)).toBeInstanceOf(LonghandError)
  })

  it.each([
    'site.__proto__',
    'site.constructor',
    'list.constructor.constructor',
    'site.title.__proto__',
    'text.constructor',
    'list.map',
    'forloop.__proto__',
    '__proto__',
    'constructor',
    'globalThis',
    'process',
    'site["__proto__"]',
  ])('sees nothing that isn’t given by %s', (path) => {
    const ended = run(`{% for x in list %}{{ ${path} }}{% endfor %}`)
    expect(ended).toBeInstanceOf(LonghandError)
    expect(run(`{% if ${path} %}seen{% endif %}`)).toBe('')
  })

  it('whatever it is made of, ends with a page or with an error for the writer', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{{',
        '}}',
        '{%',
        '%}',
        '{{ site.title }}',
        '{{ site.title | raw }}',
        '{% endfor %}',
        '{% else %}',
      ),
      fc.constantFrom(
        '{% for x in list %}',
        '{% if text == "a" and list %}',
        '{% endif %}',
        '{% break %}',
        '{{ x }}',
      ),
      fc.constantFrom(
        '{% assign __proto__ = 1 %}',
        '{% assign site = list %}',
        '{{ __proto__.x }}',
        '{% raw %}',
      ),
      fc.constantFrom(
        '{{ forloop.index }}',
        '{{ list | first }}',
        '{{ list.size }}',
        '{% unless site.x %}',
        '{{ forloop.first.x }}',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const ended = run(pieces.join(''))
        if (typeof ended === 'string' && !pieces.some((each) => each.includes('raw') || each.includes('<')))
          expect(ended).not.toContain('<b>')
      }),
      { numRuns: randomCases(10_000) },
    )
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  }, 60_000)
})
