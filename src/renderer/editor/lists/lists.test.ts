import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown'
import { describe, expect, it } from 'vitest'
import { run } from '../format/run-command'
import { indentItems, moveItem, outdentItems } from './list-commands'

const enter = insertNewlineContinueMarkupCommand({ nonTightLists: false })

describe('Enter', () => {
  it.each([
    ['- a|', '- a\n- |'],
    ['- [x] a|', '- [x] a\n- [ ] |'],
    ['1. a|\n2. b', '1. a\n2. |\n3. b'],
    ['- a\n- |', '- a\n|'],
    ['- [ ] a\n- [ ] |', '- [ ] a\n|'],
    ['- a\n  - b\n  - |', '- a\n  - b\n- |'],
    ['> a|', '> a\n> |'],
    ['> - a|', '> - a\n> - |'],
  ])('%j gives %j', (before, after) => expect(run(enter, before)).toBe(after))
})

describe('Backspace', () => {
  it.each([
    ['- |a', '|a'],
    ['- a\n- |b', '- a\n  |b'],
    ['> |a', '|a'],
  ])('%j gives %j', (before, after) => expect(run(deleteMarkupBackward, before)).toBe(after))
})

describe('Tab', () => {
  it.each([
    ['- a\n- b|', '- a\n  - b|'],
    ['- a\n- b|\n  - c', '- a\n  - b|\n    - c'],
    ['1. a\n2. b|\n3. c', '1. a\n   1. b|\n2. c'],
    ['1. a\n   1. x\n2. b|\n3. c', '1. a\n   1. x\n   2. b|\n2. c'],
    ['10. a\n11. b|', '10. a\n    1. b|'],
    ['1. a\n   - x\n2. b|', '1. a\n   - x\n   - b|'],
    ['- a|', '- a|'],
    ['- a\n- [ ] b|', '- a\n  - [ ] b|'],
    ['- a\n<- b\n- c>', '- a\n  <- b\n  - c>'],
    ['> - a\n> - b|', '> - a\n>   - b|'],
    ['1. a\n<2. b\n3. c>\n4. d', '1. a\n   <1. b\n   2. c>\n2. d'],
    ['> a|', '> > a|'],
    ['a|', 'a|'],
  ])('%j gives %j', (before, after) => expect(run(indentItems, before)).toBe(after))
})

describe('Shift Tab', () => {
  it.each([
    ['- a\n  - b|', '- a\n- b|'],
    ['- a\n  - b|\n    - c', '- a\n- b|\n  - c'],
    ['1. a\n   - b|\n2. c', '1. a\n2. b|\n3. c'],
    ['1. a\n   1. b\n   2. c|\n2. d', '1. a\n   1. b\n2. c|\n3. d'],
    ['1. a\n   1. b|', '1. a\n2. b|'],
    ['- a|', '- a|'],
    ['> > a|', '> a|'],
  ])('%j gives %j', (before, after) => expect(run(outdentItems, before)).toBe(after))
})

describe('moving an item', () => {
  it.each([
    [-1, '- a\n- b|', '- b|\n- a'],
    [1, '1. a|\n   - x\n2. b', '1. b\n2. a|\n   - x'],
    [-1, '1. a\n2. b|\n   - x\n3. c', '1. b|\n   - x\n2. a\n3. c'],
    [-1, '- a|\n- b', '- a|\n- b'],
    [1, '1. a|\n1. b\n1. c', '1. b\n1. a|\n1. c'],
  ] as const)('by %s: %j gives %j', (by, before, after) => expect(run(moveItem(by), before)).toBe(after))
})
