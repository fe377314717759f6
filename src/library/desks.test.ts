import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId, type PostId } from '../document'
import { openLibrary } from './index'

describe('where the writer was in a post', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'longhand-desks-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is there again after a restart, the last state of each post', () => {
    const library = openLibrary(folder, { create: true })
    const [a, b] = [library.createPost({ title: 'A' }).id, library.createPost({ title: 'B' }).id]
    expect(library.desks.read(a)).toBeUndefined()
    library.desks.save(a, Uint8Array.of(1, 2))
    library.desks.save(b, Uint8Array.of(3))
    library.desks.save(a, Uint8Array.of(4, 5, 6))
    library.close()

    const again = openLibrary(folder)
    expect([...(again.desks.read(a) ?? [])]).toEqual([4, 5, 6])
    expect([...(again.desks.read(b) ?? [])]).toEqual([3])
    again.close()
  })

  it('is not a change of the library, and not kept for a post that is not there', () => {
    const library = openLibrary(folder, { create: true })
    const { id } = library.createPost({ title: 'A' })
    const changes: unknown[] = []
    library.onChange((change) => changes.push(change))
    library.desks.save(id, Uint8Array.of(1))
    const nowhere = newId<PostId>()
    library.desks.save(nowhere, Uint8Array.of(1))
    expect(library.desks.read(nowhere)).toBeUndefined()
    expect(changes).toEqual([])
    library.close()
  })
})
