import { describe, expect, it } from 'vitest'
import { whatIsWrong } from './feeds'

const atom = (inside: string, entries = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>T</title><updated>2026-01-02T00:00:00Z</updated>${inside}${entries}</feed>`
const author = '<author><name>A</name></author>'
const entry =
  '<entry><id>b</id><title>E</title><updated>2026-01-02T00:00:00Z</updated><link href="/"/></entry>'
const rss = (items: string) =>
  `<rss version="2.0"><channel><title>T</title><link>/</link><description>D</description>${items}</channel></rss>`
const json = (items: readonly object[]) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items })

describe('a check of a feed', () => {
  it.each([
    ['feed.xml', atom(author, entry)],
    ['rss.xml', rss('<item><title>E</title><link>/e/</link><guid>b</guid></item>')],
    ['feed.json', json([{ id: 'b' }])],
  ])('finds nothing wrong with a whole %s', (file, content) => {
    expect(whatIsWrong(file, content)).toBeNull()
  })

  it.each([
    ['feed.xml', atom('', entry), 'the feed has no author'],
    [
      'feed.xml',
      atom(author, entry.replace('<title>E</title>', '<title> </title>')),
      'an entry has no title',
    ],
    ['feed.xml', atom(author, entry + entry), 'two entries have one id'],
    ['rss.xml', rss('<item><title>E</title><link>/e/</link></item>'), 'an item has no guid'],
    ['rss.xml', '<html/>', 'it is neither Atom nor RSS'],
    ['feed.json', json([{ id: 'b' }, { id: 'b' }]), 'two entries have one id'],
    ['feed.json', json([{}]), 'an item has no id'],
    ['feed.json', '{}', 'it names no version'],
  ])('says of %s what it lacks', (file, content, wrong) => {
    expect(whatIsWrong(file, content)).toBe(wrong)
  })

  it('says where XML ends being XML, and JSON being JSON', () => {
    expect(whatIsWrong('feed.xml', atom(`${author}<entry>`))).toMatch(/unexpected close tag|unclosed/)
    expect(whatIsWrong('feed.json', '{')).toMatch(/JSON/)
  })
})
