import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostId } from '../document'
import { randomCases } from '../random-cases'
import { type Library, openLibrary } from '.'

const minute = 60_000

describe('the past of a post', () => {
  let folder: string
  let library: Library
  let time: number
  let id: PostId

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'longhand-'))
    time = Date.UTC(2026, 10, 24)
    library = openLibrary(folder, { create: true, now: () => time })
    id = library.createPost({ title: 'Caches', body: 'one' }).id
  })
  afterEach(() => {
    expect(library.verify().problems).toEqual([])
    library.close()
    rmSync(folder, { recursive: true })
  })

  const bodies = () =>
    library.history.list(id).map(({ id: version }) => library.history.read(id, version).body)

  it('has a version of each session of writing', () => {
    time += minute
    library.setBody(id, 'one two')
    time += 30 * minute
    library.setBody(id, 'one two three')
    time += minute
    library.setBody(id, 'four')
    expect(bodies()).toEqual(['one two'])
    expect(library.history.list(id)[0]).toMatchObject({ kind: 'session', words: 2, device: library.device })
    expect(library.history.read(id, 'now').body).toBe('four')
  })

  it('has a version each hour of somebody who never stops', () => {
    for (let n = 0; n < 150; n++) {
      time += minute
      library.setBody(id, `text ${n}`)
    }
    expect(bodies()).toEqual(['text 117', 'text 58'])
  })

  it('is marked and named; the same state is not kept twice', () => {
    const marked = library.history.mark(id)
    expect(library.history.mark(id, 'First draft')).toEqual({ ...marked, name: 'First draft' })
    library.history.rename(id, marked.id, 'Draft one')
    expect(library.history.list(id)).toMatchObject([{ kind: 'named', name: 'Draft one' }])
  })

  it('is restored by an edit, and the restore is undone by another', () => {
    const { id: marked } = library.history.mark(id, 'short')
    library.setPost(id, { title: 'Caches, at length', tags: ['cache'], summary: 'All of it' })
    library.setBody(id, 'one and many more')
    const { before } = library.history.restore(id, marked)
    expect(library.post(id)).toMatchObject({ title: 'Caches', body: 'one', tags: [], summary: '' })
    library.history.restore(id, before.id)
    expect(library.post(id)).toMatchObject({
      title: 'Caches, at length',
      body: 'one and many more',
      tags: ['cache'],
    })
  })

  it('outlives compaction, and so does who reads the log by number', () => {
    const states: [string, string][] = []
    for (let n = 0; n < 30; n++) {
      library.setBody(id, 'abcdefghij'.repeat(3).slice(n % 7, n))
      states.push([library.history.mark(id).id, library.post(id)?.body ?? ''])
    }
    const { seq } = library.openDraft(id)
    expect(library.compact(id)).toBe(true)
    expect(library.compact(id)).toBe(false)
    expect(library.updatesAfter(id, seq - 5).map((update) => update.seq)).toEqual([seq])
    for (const [version, body] of states) expect(library.history.read(id, version).body).toBe(body)
    library.setBody(id, 'after')
    expect(library.openDraft(id).seq).toBe(seq + 1)
    library.close()
    library = openLibrary(folder)
    for (const [version, body] of states) expect(library.history.read(id, version).body).toBe(body)
  })

  it('reads at every version as it did then, whatever was edited, restored and compacted', () => {
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          do: fc.constant('edit' as const),
          text: fc.string({ maxLength: 30, unit: 'grapheme' }),
        }),
      },
      fc.record({ do: fc.constant('mark' as const) }),
      fc.record({ do: fc.constant('compact' as const) }),
      fc.record({ do: fc.constant('restore' as const), nth: fc.nat(100) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const post = library.createPost({ title: 'Any' }).id
        const then = new Map<string, string>()
        const now = () => library.post(post)?.body ?? ''
        for (const each of steps) {
          if (each.do === 'edit') library.setBody(post, each.text)
          if (each.do === 'mark') then.set(library.history.mark(post).id, now())
          if (each.do === 'compact') library.compact(post)
          const version = [...then.keys()][each.do === 'restore' ? each.nth % Math.max(1, then.size) : -1]
          if (version !== undefined) {
            const before = now()
            const undo = library.history.restore(post, version).before.id
            expect(now()).toBe(then.get(version))
            library.history.restore(post, undo)
            expect(now()).toBe(before)
          }
          for (const [id, body] of then) expect(library.history.read(post, id).body).toBe(body)
        }
      }),
      { numRuns: randomCases(30) },
    )
  })
})

describe('the two faces of a published post', () => {
  let folder: string
  let library: Library

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'longhand-'))
    library = openLibrary(folder, { create: true })
  })
  afterEach(() => {
    expect(library.verify().problems).toEqual([])
    library.close()
    rmSync(folder, { recursive: true })
  })

  const onSite = () => {
    const snapshot = library.snapshot()
    const bodies = [...snapshot.publishedPosts()].map(({ title, body }) => `${title}: ${body}`)
    snapshot.close()
    return bodies
  }

  it('the site shows what was released, until Update', () => {
    const { id } = library.createPost({ title: 'Live', body: 'old', status: 'published' })
    expect(library.post(id)).toMatchObject({ hasChanges: false })
    library.setBody(id, 'new')
    library.setPost(id, { title: 'Alive' })
    expect(library.post(id)).toMatchObject({ hasChanges: true })
    expect(onSite()).toEqual(['Live: old'])
    expect(library.releases.update(id)).toMatchObject({ hasChanges: false })
    expect(onSite()).toEqual(['Alive: new'])
    expect(library.history.list(id)).toMatchObject([{ kind: 'release' }, { kind: 'release' }])
  })

  it('changes that are taken back by hand are no changes', () => {
    const { id } = library.createPost({ title: 'Live', body: 'old', status: 'published' })
    library.setBody(id, 'new')
    library.setBody(id, 'old')
    expect(library.post(id)).toMatchObject({ hasChanges: false })
  })

  it('changes can be discarded, and are kept as a version', () => {
    const { id } = library.createPost({ title: 'Live', body: 'old', status: 'published' })
    library.setBody(id, 'new')
    expect(library.releases.discard(id)).toMatchObject({ body: 'old', hasChanges: false })
    const [version] = library.history.list(id)
    expect(library.history.read(id, version?.id ?? '').body).toBe('new')
  })

  it('a draft has none to release; a post that becomes one again leaves the site', () => {
    const { id } = library.createPost({ title: 'Live', body: 'old' })
    expect(() => library.releases.update(id)).toThrow(/is a draft/)
    library.setPost(id, { status: 'published' })
    library.setBody(id, 'new')
    expect(onSite()).toEqual(['Live: old'])
    library.setPost(id, { status: 'draft' })
    expect(library.history.read(id, 'released').body).toBe('new')
    expect(onSite()).toEqual([])
    library.setPost(id, { status: 'published' })
    expect(onSite()).toEqual(['Live: new'])
  })

  it('rebuilding the projection changes neither', () => {
    const { id } = library.createPost({ title: 'Live', body: 'old', status: 'published' })
    library.setBody(id, 'new')
    library.rebuildProjection()
    expect(onSite()).toEqual(['Live: old'])
    expect(library.post(id)).toMatchObject({ body: 'new', hasChanges: true })
  })
})
