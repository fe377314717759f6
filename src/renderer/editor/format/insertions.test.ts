import { describe, expect, it } from 'vitest'
import {
  insertCallout,
  insertFootnote,
  insertLink,
  insertMath,
  insertRule,
  toggleCode,
  toggleCodeBlock,
} from './insertions'
import { run } from './run-command'

describe('a link', () => {
  it.each([
    ['see <this> now', 'see [this](|) now'],
    ['see th|is now', 'see [this](|) now'],
    ['see | now', 'see [|]() now'],
    ['see <https://example.org/a> now', 'see [|](https://example.org/a) now'],
    ['see [th|is](a.md) now', 'see [this](<a.md>) now'],
  ])('%j gives %j', (before, after) => expect(run(insertLink, before)).toBe(after))
})

describe('code', () => {
  it.each([
    ['a <word> b', 'a `<word>` b'],
    ['one\n<two\nthree>\nfour', 'one\n```|\ntwo\nthree\n```\nfour'],
  ])('%j gives %j', (before, after) => expect(run(toggleCode, before)).toBe(after))

  it.each([
    ['|', '```|\n\n```'],
    ['wor|ds', '```|\nwords\n```'],
    ['<a\n```\nb>', '````|\na\n```\nb\n````'],
    ['a\n\n```js\nb|c\n```\n\nd', 'a\n\nb|c\n\nd'],
    ['```\na\n\nb|', 'a\n\nb|'],
  ])('as a block: %j gives %j', (before, after) => expect(run(toggleCodeBlock, before)).toBe(after))
})

describe('a formula', () => {
  it.each([
    ['let <x> be', 'let $<x>$ be'],
    ['let | be', 'let $|$ be'],
    ['|', '$$\n|\n$$'],
    ['a\n|\nb', 'a\n\n$$\n|\n$$\n\nb'],
  ])('%j gives %j', (before, after) => expect(run(insertMath, before)).toBe(after))
})

describe('a callout', () => {
  it.each([
    ['|', '> [!TIP]\n> |'],
    ['<one\n\ntwo>', '> [!TIP]\n> one\n>\n> two|'],
    ['before\nwor|ds', 'before\n\n> [!TIP]\n> words|'],
  ])('%j gives %j', (before, after) => expect(run(insertCallout('TIP'), before)).toBe(after))
})

describe('a dividing line', () => {
  it.each([
    ['wor|ds', 'words\n\n---\n|'],
    ['a\n\n|', 'a\n\n---\n|'],
  ])('%j gives %j', (before, after) => expect(run(insertRule, before)).toBe(after))
})

describe('a footnote', () => {
  it.each([
    ['A claim|.', 'A claim[^1].\n\n[^1]: |'],
    ['One[^1] two|.\n\n[^1]: Its source.\n', 'One[^1] two[^2].\n\n[^1]: Its source.\n[^2]: |\n'],
    ['A claim[|^1].\n\n[^1]: Source.', 'A claim[^1].\n\n[^1]: Source.|'],
    ['A claim[^1].\n\n[^1]: Sou|rce.', 'A claim[^1]|.\n\n[^1]: Source.'],
    ['|', '[^1]\n\n[^1]: |'],
    ['a\n\n|', 'a\n\n[^1]\n\n[^1]: |'],
  ])('%j gives %j', (before, after) => expect(run(insertFootnote, before)).toBe(after))
})
