import { describe, expect, it } from 'vitest'
import { setBody, setHeading, toggleList, toggleQuote, toggleTask } from './blocks'
import { run } from './run-command'

describe('a heading', () => {
  it.each([
    [2, 'wor|ds', '## wor|ds'],
    [2, '# wor|ds', '## wor|ds'],
    [2, '## wor|ds', 'wor|ds'],
    [1, '|', '# |'],
    [3, '<one\n\ntwo>', '### <one\n\n### two>'],
    [2, '> wor|ds', '> ## wor|ds'],
    [2, 'wor|ds\n===\nmore', '## wor|ds\nmore'],
    [2, '```\nco|de\n```', '```\nco|de\n```'],
  ])('of level %s: %j gives %j', (level, before, after) => {
    expect(run(setHeading(level), before)).toBe(after)
  })
})

describe('body text', () => {
  it.each([
    ['### wor|ds', 'wor|ds'],
    ['- [x] wor|ds', 'wor|ds'],
    ['> 1. wor|ds', 'wor|ds'],
    ['wor|ds\n---\nmore', 'wor|ds\nmore'],
  ])('%j gives %j', (before, after) => expect(run(setBody, before)).toBe(after))
})

describe('a quotation', () => {
  it.each([
    ['wor|ds', '> wor|ds'],
    ['> wor|ds', 'wor|ds'],
    ['<one\n\ntwo>', '> <one\n>\n> two>'],
    ['> <one\n>\n> two>', '<one\n\ntwo>'],
    ['> <one\ntwo>', '> > <one\n> two>'],
  ])('%j gives %j', (before, after) => expect(run(toggleQuote, before)).toBe(after))
})

describe('a list', () => {
  it.each([
    ['bullets', 'wor|ds', '- wor|ds'],
    ['bullets', '* wor|ds', 'wor|ds'],
    ['bullets', '|', '- |'],
    ['numbers', '<one\ntwo\n\nthree>', '1. <one\n2. two\n\n3. three>'],
    ['numbers', '<- a\n  - b\n  - c\n- d>', '<1. a\n  1. b\n  2. c\n2. d>'],
    ['tasks', '- wor|ds', '- [ ] wor|ds'],
    ['tasks', '- [x] wor|ds', 'wor|ds'],
    ['bullets', '- [ ] wor|ds', '- wor|ds'],
    ['bullets', '> wor|ds', '> - wor|ds'],
  ] as const)('of %s: %j gives %j', (kind, before, after) => {
    expect(run(toggleList(kind), before)).toBe(after)
  })
})

describe('a task', () => {
  it.each([
    ['- [ ] wor|ds', '- [x] wor|ds'],
    ['- [X] wor|ds', '- [ ] wor|ds'],
    ['<- [x] a\n- [ ] b>', '<- [x] a\n- [x] b>'],
    ['- wor|ds', '- wor|ds'],
  ])('%j gives %j', (before, after) => expect(run(toggleTask, before)).toBe(after))
})
