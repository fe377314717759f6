import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writePost } from '../../document'
import type { Library } from '../library'
import { openLibrary } from '../open-library'

let folder: string
let library: Library

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-links-'))
  library = openLibrary(folder, { create: true })
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

const bodyOf = (name: string) => library.post(name)?.body

describe('a post whose slug is changed', () => {
  it('is still what the others link to, in every form of link', () => {
    const target = library.createPost({ title: 'Target', slug: 'target' })
    library.createPost({
      title: 'Other',
      body: 'See [it](target.md#part), [[target|this]] and [there].\n\n[there]: ./target.md\n\n`[no](target.md)`',
    })
    library.setPost(target.id, { slug: 'new-name' })
    expect(bodyOf('other')).toBe(
      'See [it](new-name.md#part), [[new-name|this]] and [there].\n\n[there]: ./new-name.md\n\n`[no](target.md)`',
    )
    expect(library.verify().problems).toEqual([])
  })

  it('takes the links with it when the screen changes it in the document, and back again', () => {
    const target = library.createPost({ title: 'Target', slug: 'target' })
    library.createPost({ title: 'Other', body: '[it](target.md)' })
    const doc = library.readDocument(target.id)
    const rename = (slug: string) => {
      const before = Y.encodeStateVector(doc)
      writePost(doc, { slug })
      library.appendUpdate(target.id, Y.encodeStateAsUpdate(doc, before))
    }
    rename('elsewhere')
    expect(bodyOf('other')).toBe('[it](elsewhere.md)')
    rename('target')
    expect(bodyOf('other')).toBe('[it](target.md)')
  })

  it('leaves no unreleased change in a published post that had none', () => {
    const target = library.createPost({ title: 'Target', slug: 'target', status: 'published' })
    const calm = library.createPost({ title: 'Calm', body: '[it](target.md)', status: 'published' })
    const busy = library.createPost({ title: 'Busy', body: '[it](target.md)', status: 'published' })
    library.setBody(busy.id, 'More about [it](target.md)')
    library.setPost(target.id, { slug: 'moved' })
    expect(library.post(calm.id)).toMatchObject({ body: '[it](moved.md)', hasChanges: false })
    expect(library.post(busy.id)).toMatchObject({ body: 'More about [it](moved.md)', hasChanges: true })
    library.releases.discard(target.id)
    expect(library.post(calm.id)).toMatchObject({ body: '[it](target.md)', hasChanges: false })
  })
})

describe('the posts that link to one', () => {
  it('are named with the places, by any slug that is the post’s', () => {
    const target = library.createPost({ title: 'Target', slug: 'target', status: 'published' })
    const other = library.createPost({
      title: 'Other',
      body: '# Intro\n\nSome **words** with [the *target*](target.md#a) and more.\n\nAgain [[target]].\n',
    })
    library.createPost({ title: 'None', body: 'target.md' })
    const trashed = library.createPost({ title: 'Trashed', body: '[[target]]' })
    library.trashPost(trashed.id)
    const { total, posts } = library.links.to(target.id)
    expect(total).toBe(1)
    expect(posts).toMatchObject([
      {
        id: other.id,
        places: [
          { line: 3, text: 'Some words with the target and more.' },
          { line: 5, text: 'Again target.' },
        ],
      },
    ])
    library.setPost(target.id, { slug: 'next' })
    library.setBody(other.id, 'The old [name](target.md) is known until the release.')
    expect(library.links.to(target.id).posts).toMatchObject([{ places: [{ line: 1 }] }])
  })

  it('cuts a long paragraph around the link', () => {
    const target = library.createPost({ title: 'Target', slug: 'target' })
    library.createPost({
      title: 'Other',
      body: `${'before '.repeat(200)}[here](target.md)${' after'.repeat(200)}`,
    })
    const text = library.links.to(target.id).posts[0]?.places[0]?.text ?? ''
    expect(text).toMatch(/^…before .*here.* after…$|^…before .*here.*…$/)
    expect(text.length).toBeLessThan(190)
  })
})
