import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../render'

const fence = (source: string, info = '') => `\`\`\`mermaid${info}\n${source}\n\`\`\`\n`
const resolveDrawing = () => ({ src: '/media/diagram.svg', width: 300.4, height: 200 })
const altOf = (source: string) =>
  /alt="([^"]*)"/.exec(renderMarkdown(fence(source), { resolveDrawing }).html)?.[1]

describe('a fence that describes a diagram', () => {
  it('is shown as what was drawn of it', () => {
    const asked: string[] = []
    const { html, drawings } = renderMarkdown(
      fence('graph TD\n  A[Read] --> B[Write]', ' title="How it <works>"'),
      {
        resolveDrawing: (source) => {
          asked.push(source)
          return resolveDrawing()
        },
      },
    )
    expect(html).toBe(
      '<figure class="diagram"><img src="/media/diagram.svg" alt="Flowchart: Read, Write" width="300" height="200" decoding="async"><figcaption>How it &lt;works&gt;</figcaption></figure>\n',
    )
    expect(asked).toEqual(['graph TD\n  A[Read] --> B[Write]'])
    expect(drawings).toEqual(asked)
  })

  it('is code where there is no drawing, which is named all the same', () => {
    const source = fence('pie')
    expect(renderMarkdown(source, { resolveDrawing: () => null })).toEqual(renderMarkdown(source))
    expect(renderMarkdown(source).html).toContain('<code class="language-mermaid">pie\n</code>')
    expect(renderMarkdown(source + source).drawings).toEqual(['pie'])
  })

  it('never leads to an address that no image may have', () => {
    const { html } = renderMarkdown(fence('pie'), { resolveDrawing: () => ({ src: 'javascript:alert(1)' }) })
    expect(html).toContain('<pre')
  })

  it('is another language when it says so', () => {
    expect(renderMarkdown('```mermaidish\nx\n```', { resolveDrawing }).drawings).toEqual([])
  })

  it.each([
    [
      'flowchart LR\n  accTitle: How a post is read\n  accDescr: From file to page\n  A-->B',
      'How a post is read. From file to page',
    ],
    ['sequenceDiagram\n  accDescr {\n  Two\n  lines }\n  A->>B: x', 'Two lines'],
    ['%% a comment\n\nstateDiagram-v2\n  a --> b', 'State diagram'],
    ['---\ntitle: x\n---\nxychart-beta\n  x', 'Chart'],
    ['pie\n  "Dogs &amp; <cats>" : 3\n  "Rats" : 1', 'Pie chart: Dogs &amp;amp; &lt;cats&gt;, Rats'],
    ['something new', 'Diagram'],
    ['', 'Diagram'],
    [
      `graph TD\n${Array.from({ length: 20 }, (_, i) => `A${i}[n${i}]`).join('\n')}`,
      'Flowchart: n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, …',
    ],
  ])('tells who can’t see it what it is: %j', (source, alt) => {
    expect(altOf(source)).toBe(alt)
  })

  it('is read in linear time, whatever it holds', () => {
    for (const piece of ['accDescr {\n', '[', '"', '[a', '%%\n', ' ', '\n', '---\n', 'accTitle:', '<br']) {
      const start = Date.now()
      altOf(piece.repeat(200_000 / piece.length))
      expect(Date.now() - start).toBeLessThan(1000)
    }
  })
})
