import * as fc from 'fast-check'
import { Liquid } from 'liquidjs'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../../random-cases'
import { escapeText } from '../escape'
import { renderQuickly } from './quick-render'

const options = {
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
  outputEscape: escapeText,
  renderLimit: 10_000,
  memoryLimit: 1_000_000,
}
const slow = new Liquid(options)
const quick = new Liquid(options)
renderQuickly(quick, escapeText)

const values = {
  a: { b: { c: '<c>' }, n: 3, empty: '', no: null, yes: true, off: false, list: ['x', '<y>', 3] },
  list: [{ t: 'one', sub: [1, 2] }, { t: 'two', sub: [] }, { t: null }],
  nothing: [],
  n: 0,
  text: 'text & more',
}

/** What a template makes, or what it says is wrong. */
function outcome(liquid: Liquid, source: string): string {
  try {
    return liquid.parseAndRenderSync(source, values)
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
}

const path = fc.constantFrom(
  'a.b.c',
  'a.n',
  'a.empty',
  'a.no',
  'a.no.x',
  'a.yes',
  'a.off',
  'a.list',
  'a.list.size',
  'list.size',
  'nothing',
  'nothing.size',
  'n',
  'text',
  'text.size',
  'missing',
  'a.missing',
  'a.missing.x',
  'list[0].t',
  'list.first.t',
  'a["b"].c',
  'i',
  'i.t',
  'i.sub',
  'forloop.first',
  'forloop.last',
  'forloop.index',
  'forloop.length',
  'forloop.rindex0',
  'a.constructor',
  'empty',
  'nil',
  'blank',
  '1',
  '"text & more"',
  'true',
  'false',
)
const operator = fc.constantFrom('==', '!=', '>', '<', '>=', 'and', 'or', 'contains')
const condition = fc
  .tuple(path, fc.array(fc.tuple(operator, path), { maxLength: 3 }))
  .map(([first, more]) => [first, ...more.flat()].join(' '))
const filter = fc.constantFrom('', ' | raw', ' | upcase', ' | default: "d"', ' | first', ' | size')
const { node } = fc.letrec<{ node: string; body: string }>((tie) => ({
  body: fc.array(tie('node'), { maxLength: 3 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('text', ' <p> ', '{% assign z = a.n %}{{ z }}', '{% break %}', '{% continue %}'),
    fc.tuple(path, filter).map(([value, how]) => `{{ ${value}${how} }}`),
    fc
      .tuple(condition, tie('body'), tie('body'))
      .map(([test, yes, no]) => `{% if ${test} %}${yes}{% else %}${no}{% endif %}`),
    fc.tuple(condition, tie('body')).map(([test, yes]) => `{%- unless ${test} -%}${yes}{% endunless %}`),
    fc
      .tuple(condition, condition, tie('body'))
      .map(([one, two, yes]) => `{% if ${one} %}1{% elsif ${two} %}${yes}{% endif %}`),
    fc
      .tuple(path, fc.constantFrom('', ' limit:1', ' offset:1', ' offset:continue', ' reversed'), tie('body'))
      .map(([of, how, body]) => `{% for i in ${of}${how} %}${body}{% else %}none{% endfor %}`),
    tie('body').map((body) => `{% capture z %}${body}{% endcapture %}{{ z }}`),
  ),
}))

describe('the straight path of rendering', () => {
  it('writes what LiquidJS writes, and fails where and as it fails', () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 4 }), (nodes) => {
        const source = nodes.join('')
        expect(outcome(quick, source)).toBe(outcome(slow, source))
      }),
      { numRuns: randomCases(3000) },
    )
  })
})
