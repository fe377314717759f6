import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../library'
import { openLibrary } from '../open-library'
import { openSnapshot } from '../snapshot'

let folder: string
let library: Library
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-terms-'))
  library = openLibrary(folder, { create: true })
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true })
})

function relatables() {
  const snapshot = openSnapshot(folder)
  try {
    return snapshot.relatables()
  } finally {
    snapshot.close()
  }
}

describe('what makes posts related', () => {
  it('is the same before and after the index has been brought up', () => {
    library.createPost({ title: 'Caches', body: 'A journal, a journal.', tags: ['db'], status: 'published' })
    const before = relatables()
    expect(before).toMatchObject([{ tags: ['db'], series: null, terms: ['caches', 'journal'] }])
    library.catchUpIndex(10)
    expect(relatables()).toEqual(before)
    expect(library.verify().problems).toEqual([])
  })

  it('is what the site shows of a post, not what was typed since', () => {
    const { id } = library.createPost({ title: 'Caches', body: 'journal', status: 'published' })
    library.setBody(id, 'mutex mutex')
    library.catchUpIndex(10)
    expect(relatables()).toMatchObject([{ terms: ['caches', 'journal'] }])
    library.releases.update(id)
    library.catchUpIndex(10)
    expect(relatables()).toMatchObject([{ terms: ['caches', 'mutex'] }])
  })

  it('leaves out drafts, pages and what is in the trash', () => {
    library.createPost({ title: 'Draft' })
    library.createPost({ title: 'About', kind: 'page', status: 'published' })
    library.trashPost(library.createPost({ title: 'Gone', status: 'published' }).id)
    library.catchUpIndex(10)
    expect(relatables()).toEqual([])
  })

  it('is noticed by a check when it is not what the post says', () => {
    library.createPost({ title: 'Caches', status: 'published' })
    library.catchUpIndex(10)
    const db = new Database(join(folder, 'library.sqlite'))
    db.exec("UPDATE terms SET terms = 'other'")
    db.close()
    expect(library.verify().ok).toBe(false)
    library.rebuildProjection()
    library.catchUpIndex(10)
    expect(library.verify().ok).toBe(true)
  })
})
