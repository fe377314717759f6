import { describe, expect, it } from 'vitest'
import { headingSlug } from './headings'
import { renderMarkdown } from './render'

const idsOf = (source: string) => renderMarkdown(source).headings.map((heading) => heading.id)

describe('heading ids', () => {
  it.each([
    ['Hello, World!', 'hello-world'],
    ['  C++ & C#  ', 'c--c'],
    ['snake_case and-dashes', 'snake_case-and-dashes'],
    ['Größe Œuvre', 'größe-œuvre'],
    ['你好，世界', '你好世界'],
    ['नमस्ते', 'नमस्ते'],
    ['What’s new?', 'whats-new'],
    ['🎉 Party 2.0', '-party-20'],
    ['⚠️ Warning', '-warning'],
  ])('%j becomes %j as on GitHub', (text, slug) => {
    expect(headingSlug(text)).toBe(slug)
  })

  it('differ where headings are alike', () => {
    expect(idsOf('# a\n# a\n# a-1\n# a')).toEqual(['a', 'a-1', 'a-1-1', 'a-2'])
  })

  it('are there for a heading without letters', () => {
    expect(idsOf('# 🎉\n#\n')).toEqual(['section', 'section-1'])
  })

  it('can be the writer’s', () => {
    const { html, headings } = renderMarkdown('## Hello *world* {#hi}\n\n## hi')
    expect(headings).toEqual([
      { level: 2, id: 'hi', text: 'Hello world' },
      { level: 2, id: 'hi-1', text: 'hi' },
    ])
    expect(html).not.toContain('{#')
  })

  it('come from the text without its markup', () => {
    expect(
      renderMarkdown('# `code` [link](a) ![image](b) $x$ <b>raw</b>[^1]\n\n[^1]: note').headings,
    ).toEqual([{ level: 1, id: 'code-link-image-x-raw', text: 'code link image x raw' }])
  })

  it('leave those of footnotes alone', () => {
    expect(idsOf('# fn-1\n\n[^1]\n\n[^1]: a')).toEqual(['fn-1-1'])
  })

  it('have a link that says where it leads', () => {
    expect(renderMarkdown('# A "b"').html).toBe(
      '<h1 id="a-b">A &quot;b&quot; <a class="permalink" href="#a-b" aria-label="Link to “A &quot;b&quot;”"><span aria-hidden="true">#</span></a></h1>\n',
    )
  })
})
