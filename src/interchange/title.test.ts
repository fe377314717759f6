import { describe, expect, it } from 'vitest'
import { readTitle } from './title'

describe('readTitle', () => {
  it.each([
    [undefined, '# One\n\nText', 'name', { title: 'One', body: 'Text' }],
    [undefined, 'One\n===\n\nText', 'name', { title: 'One', body: 'Text' }],
    [undefined, '# A **b** `c` [d](e.md) {#id}\n\nText', 'name', { title: 'A b c d', body: 'Text' }],
    [undefined, 'Text\n\n# Later\n', 'name', { title: 'Later', body: 'Text\n\n# Later\n' }],
    [undefined, '```\n# Code\n```\n', 'my-name', { title: 'My name', body: '```\n# Code\n```\n' }],
    [undefined, '## Two\n', 'my-name', { title: 'My name', body: '## Two\n' }],
    ['Given', '# given\n\nText', 'name', { title: 'Given', body: 'Text' }],
    ['Given', '# Other\n\nText', 'name', { title: 'Given', body: '# Other\n\nText' }],
    ['Given', '\n\n    code\n', 'name', { title: 'Given', body: '    code\n' }],
    [undefined, 'Text', '', { title: 'Untitled', body: 'Text' }],
  ])('of %j and %j (file %j) takes the right one', (given, body, stem, expected) => {
    expect(readTitle(given, body, stem)).toEqual(expected)
  })
})
