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
