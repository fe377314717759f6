import { describe, expect, it } from 'vitest'
import { slugAfterRename } from './slug-rule'

const rename = (
  slug: string,
  oldTitle: string,
  newTitle: string,
  taken: string[] = [],
  wasPublished = false,
) =>
  slugAfterRename({ slug, oldTitle, newTitle, wasPublished, isTaken: async (name) => taken.includes(name) })

describe('the slug after a new title', () => {
  it('follows the title of a draft', async () => {
    expect(await rename('post', '', 'Hello World')).toBe('hello-world')
    expect(await rename('post-3', '', 'Hello World')).toBe('hello-world')
    expect(await rename('hello-w', 'Hello W', 'Hello Wo')).toBe('hello-wo')
  })

  it('takes a number when another post has it, and keeps that number', async () => {
    expect(await rename('post', '', 'Hello', ['hello'])).toBe('hello-2')
    expect(await rename('hello-2', 'Hello', 'Hello!', ['hello'])).toBe('hello-2')
  })

  it('stays once the writer chose it', async () => {
    expect(await rename('my-own', 'Hello', 'Goodbye')).toBe('my-own')
  })

  it('stays once the post has been published', async () => {
    expect(await rename('hello', 'Hello', 'Goodbye', [], true)).toBe('hello')
  })

  it('a title that ends in a number is its own', async () => {
    expect(await rename('top-10', 'Top 10', 'Top 100')).toBe('top-100')
  })
})
