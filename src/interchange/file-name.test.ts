import { describe, expect, it } from 'vitest'
import { readFileName } from './file-name'

describe('readFileName', () => {
  it.each([
    ['hello-world.md', { stem: 'hello-world', date: undefined }],
    ['2024-03-01-hello.md', { stem: 'hello', date: '2024-03-01' }],
    ['2024-03-01.md', { stem: '', date: '2024-03-01' }],
    ['2024-13-01-hello.md', { stem: '2024-13-01-hello', date: undefined }],
    ['2024/03/01/hello.md', { stem: 'hello', date: '2024-03-01' }],
    ['posts/my-bundle/index.md', { stem: 'my-bundle', date: undefined, language: undefined }],
    ['posts/my-bundle/index.de.md', { stem: 'my-bundle', language: 'de' }],
    ['2024-03-01-bundle/index.md', { stem: 'bundle', date: '2024-03-01' }],
    ['index.md', { stem: 'index' }],
    ['about.node.js.md', { stem: 'about.node.js' }],
    ['_drafts/a.md', { isInDrafts: true }],
    ['drafts/a.md', { isInDrafts: false }],
  ])('reads %s', (path, expected) => {
    expect(readFileName(path)).toMatchObject(expected)
  })
})
