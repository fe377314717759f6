import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary, openSnapshot } from './index'

describe('a damaged row of what is built from the log', () => {
  let folder: string
  let library: Library
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'longhand-queries-'))
    library = openLibrary(folder, { create: true })
  })
  afterEach(() => {
    library.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const edit = (sql: string) => {
    const db = new Database(join(folder, 'library.sqlite'))
    db.exec(sql)
    db.close()
  }

  it.each([
    "UPDATE sources SET body = 'anothar text'",
    "UPDATE posts SET title = 'Tiele'",
    "UPDATE posts SET tags = '[\"a'",
    'UPDATE posts SET digest = zeroblob(32)',
  ])('is never shown as the post: %s', (sql) => {
    const { id } = library.createPost({
      title: 'Title',
      body: 'another text',
      tags: ['a'],
      status: 'published',
    })
    edit(sql)
    // Who can't write says so, who can builds it anew.
    const snapshot = openSnapshot(folder)
    expect(() => [...snapshot.publishedPosts()]).toThrow(expect.objectContaining({ code: 'corrupt-library' }))
    snapshot.close()
    expect(library.verify().ok).toBe(false)
    expect(library.post(id)).toMatchObject({ title: 'Title', body: 'another text', tags: ['a'] })
    expect(library.verify().problems).toEqual([])
  })

  it('is never exported as what was released', () => {
    const { id } = library.createPost({ title: 'Title', body: 'released', status: 'published' })
    library.setBody(id, 'working')
    edit("UPDATE released SET body = 'relaased'")
    const snapshot = openSnapshot(folder)
    expect(() => [...snapshot.publishedPosts()]).toThrow(expect.objectContaining({ code: 'corrupt-library' }))
    snapshot.close()
  })
})

it('what a cover shows in words is said as it reads now, and on the site as it was released', () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-queries-'))
  const library = openLibrary(folder, { create: true })
  const post = { title: 'Title', status: 'published', cover: 'media/a-3f2a91bc04de.png' } as const
  const { id } = library.createPost({ ...post, extra: { cover_alt: 'A plan' } })
  library.createPost({ ...post, title: 'Another', extra: { cover_alt: ['no', 'text'] } })
  library.createPost({ title: 'Bare', status: 'published', extra: { cover_alt: 'of nothing' } })
  expect(library.post(id)?.coverAlt).toBe('A plan')
  library.setBody(id, 'It changes.')
  const snapshot = openSnapshot(folder)
  expect(snapshot.published().map(({ title, coverAlt }) => [title, coverAlt])).toEqual(
    expect.arrayContaining([
      ['Title', 'A plan'],
      ['Another', undefined],
      ['Bare', undefined],
    ]),
  )
  expect(snapshot.publishedPost(id)?.coverAlt).toBe('A plan')
  snapshot.close()
  library.close()
  rmSync(folder, { recursive: true, force: true })
})
