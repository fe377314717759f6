import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PostId } from '../../document'
import { addTab, afterClosing, followSelection, stepFrom, type Tabs } from './follow-tabs'

const tabs = (text: string): Tabs => [...text] as unknown as Tabs
const id = (text: string) => (text === '' ? undefined : (text as PostId))

describe('tabs', () => {
  it.each([
    ['', '', 'a', 'a'],
    ['a', 'a', 'b', 'b'],
    ['abc', 'b', 'x', 'axc'],
    ['abc', 'b', 'c', 'abc'],
    ['abc', 'b', '', 'ac'],
    ['abc', 'b', 'b', 'abc'],
    ['abc', '', 'x', 'abcx'],
  ])('%s with %s on the desk, then %s: %s', (before, old, next, after) => {
    expect(followSelection(tabs(before), id(old), id(next))).toEqual(tabs(after))
  })

  it('a new one stands beside the one on the desk, and a post has one only', () => {
    expect(addTab(tabs('abc'), id('a'), 'x' as PostId)).toEqual(tabs('axbc'))
    expect(addTab(tabs('abc'), undefined, 'x' as PostId)).toEqual(tabs('abcx'))
    expect(addTab(tabs('abc'), id('a'), 'c' as PostId)).toEqual(tabs('abc'))
  })

  it('closing leads to the one after, or the one before the last', () => {
    expect(afterClosing(tabs('abc'), 'b' as PostId)).toBe('c')
    expect(afterClosing(tabs('abc'), 'c' as PostId)).toBe('b')
    expect(afterClosing(tabs('a'), 'a' as PostId)).toBeUndefined()
  })

  it('a step goes round', () => {
    expect(stepFrom(tabs('abc'), id('c'), 1)).toBe('a')
    expect(stepFrom(tabs('abc'), id('a'), -1)).toBe('c')
    expect(stepFrom(tabs(''), undefined, 1)).toBeUndefined()
  })

  it('whatever is selected, is once among them', () => {
    const posts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 30 })
    fc.assert(
      fc.property(posts, (selections) => {
        let open: Tabs = []
        let before: PostId | undefined
        for (const next of selections.map(id)) {
          open = followSelection(open, before, next)
          expect(new Set(open).size).toBe(open.length)
          expect(next === undefined || open.includes(next)).toBe(true)
          before = next
        }
      }),
    )
  })
})
