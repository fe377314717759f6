import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createPostDocument, newId, type PostContent, type PostId, readPost } from '../../document'
import { toMarkdownFile } from './markdown-copy'

const content = (fields: Partial<PostContent> = {}): PostContent => ({
  ...readPost(
    createPostDocument(newId<PostId>(), Date.UTC(2026, 10, 24), { title: 'A post', slug: 'a-post' }),
  ),
  ...fields,
})
const read = (text: string) => {
  const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  return { fields: parse(matter), body }
}

describe('a copy of a post', () => {
  it('is a file named by its slug, with front matter and text', () => {
    const { name, text } = toMarkdownFile(
      content({ body: 'Words.\n', tags: ['a', 'b'], summary: 'Why: it "is"' }),
    )
    expect(name).toBe('a-post.md')
    const { fields, body } = read(text)
    expect(fields).toMatchObject({ title: 'A post', slug: 'a-post', draft: true, tags: ['a', 'b'] })
    expect(fields.summary).toBe('Why: it "is"')
    expect(body).toBe('Words.\n')
  })

  it('says of a published page what it is', () => {
    const { fields } = read(
      toMarkdownFile(content({ status: 'published', kind: 'page', series: 'Ten', language: 'de' })).text,
    )
    expect(fields).toMatchObject({ type: 'page', series: 'Ten', lang: 'de' })
    expect(fields.draft).toBeUndefined()
  })

  it('keeps every title, summary and tag, whatever is in them', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(text, text, fc.array(text), text, (title, summary, tags, body) => {
        const copy = read(toMarkdownFile(content({ title, summary, tags, body })).text)
        expect(copy.fields.title).toBe(title)
        expect(copy.fields.summary ?? '').toBe(summary)
        expect(copy.fields.tags ?? []).toEqual(tags)
        expect(copy.body).toBe(body)
      }),
    )
  })
})
