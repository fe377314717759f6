import { describe, expect, it } from 'vitest'
import { emojiPlaceIn, fencePlaceIn, linkPlaceIn } from './link-places'

describe('a link that is being typed', () => {
  it.each([
    ['See [[', { kind: 'wiki', from: 4, query: '' }],
    ['[[how sq', { kind: 'wiki', from: 0, query: 'how sq' }],
    ['[[other#Par', { kind: 'wiki-heading', from: 0, slug: 'other', query: 'Par' }],
    ['[[#Par', { kind: 'wiki-heading', from: 0, slug: '', query: 'Par' }],
    ['a [text](', { kind: 'target', from: 9, query: '', isImage: false }],
    ['![alt](med', { kind: 'target', from: 7, query: 'med', isImage: true }],
    ['[a](b.md) [c](d', { kind: 'target', from: 14, query: 'd', isImage: false }],
    ['[text](#pa', { kind: 'heading', from: 8, slug: '', query: 'pa' }],
    ['[text](other.md#', { kind: 'heading', from: 16, slug: 'other', query: '' }],
    ['[label]: oth', { kind: 'target', from: 9, query: 'oth', isImage: false }],
    ['[text](/tags/ru', { kind: 'target', from: 7, query: '/tags/ru', isImage: false }],
  ])('%s', (before, place) => expect(linkPlaceIn(before)).toEqual(place))

  it.each([
    'words',
    '[[done]] and',
    '[text](done.md) and',
    '\\[[no',
    '![[no',
    '[text](https://exa',
    '[text](mailto:a',
    '[text](a.md "tit',
    '[^1]: words',
    'a](b',
  ])('%s is none', (before) => expect(linkPlaceIn(before)).toBeUndefined())
})

describe('a fence that is being typed', () => {
  it.each([
    ['```', { from: 3, query: '' }],
    ['- ~~~~ty', { from: 6, query: 'ty' }],
    ['> ```c++', { from: 5, query: 'c++' }],
  ])('%s', (before, place) => expect(fencePlaceIn(before)).toEqual(place))
  it.each(['``js', '```js title', 'a ```js'])('%s is none', (before) =>
    expect(fencePlaceIn(before)).toBeUndefined(),
  )
})

describe('an emoji that is being typed', () => {
  it.each([
    [':sm', { from: 0, query: 'sm' }],
    ['so (:+1', { from: 4, query: '+1' }],
  ])('%s', (before, place) => expect(emojiPlaceIn(before)).toEqual(place))
  it.each([':)', ':D', '10:30', 'note:th', 'https://', '::before', ':s'])('%s is none', (before) =>
    expect(emojiPlaceIn(before)).toBeUndefined(),
  )
})
