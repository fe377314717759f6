import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { compareFaces, faceOf, type PostId } from '../document'
import { randomCases } from '../random-cases'
import { type Library, openLibrary } from '.'

const runs = randomCases(25)
const timeLimitMs = 20_000 + runs * 500

/** Text as people write it and as they don't: lines, emoji, accents, other scripts, nothing. */
const text = fc
  .array(
    fc.constantFrom(
      'word',
      ' ',
      '\n',
      '\n\n',
      'e\u0301',
      'é',
      '🙂',
      '👩‍👩‍👧',
      '漢字',
      '<b>',
      '',
      '\r\n',
      '\0',
      '\u2028',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))
const place = fc.double({ min: 0, max: 1, noNaN: true })
const names = fc.uniqueArray(fc.constantFrom('css', 'web', 'größe', 'two words'), { maxLength: 3 })

type Step =
  | { do: 'insert'; at: number; text: string }
  | { do: 'remove'; at: number; length: number }
  | { do: 'body' | 'title' | 'summary'; text: string }
  | { do: 'tags'; tags: string[] }
  | { do: 'status'; status: 'draft' | 'published' }
  | { do: 'pause'; minutes: number }
  | { do: 'restore'; which: number }
  | { do: 'mark' | 'compact' | 'release' | 'discard' | 'reopen' | 'rebuild' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('insert' as const), at: place, text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), at: place, length: fc.nat(10) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('body' as const, 'title' as const, 'summary' as const),
      text,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tags' as const), tags: names }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('status' as const),
      status: fc.constantFrom('draft' as const, 'published' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('pause' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), which: fc.nat(20) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'mark' as const,
        'compact' as const,
        'release' as const,
        'discard' as const,
        'reopen' as const,
        'rebuild' as const,
      ),
    }),
  },
)

describe('whatever is done to a post', () => {
  let folder: string
  let library: Library
  let time: number
  const open = () => openLibrary(folder, { create: true, now: () => time })

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'longhand-'))
    time = Date.UTC(2026, 10, 24)
    library = open()
  })
  afterEach(() => {
    expect(library.verify().problems).toEqual([])
    library.close()
    rmSync(folder, { recursive: true })
  })

  const face = (id: PostId) => faceOf(library.history.read(id, 'now'))

  /** Types as an editor does, on a document of its own. */
  function type(id: PostId, edit: (body: Y.Text) => void): void {
    const doc = new Y.Doc({ gc: false })
    Y.applyUpdate(doc, library.openDraft(id).state)
    const before = Y.encodeStateVector(doc)
    doc.transact(() => edit(doc.getText('body')))
    library.appendUpdate(id, Y.encodeStateAsUpdate(doc, before))
  }

  /** A place in a text, 1 is its end; never inside a surrogate pair, where no caret can be. */
  function index(at: number, body: Y.Text): number {
    const text = body.toString()
    const place = Math.min(text.length, Math.floor(at * (text.length + 1)))
    const unit = text.charCodeAt(place)
    return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place
  }

  function run(id: PostId, next: Step): unknown {
    switch (next.do) {
      case 'insert':
        return type(id, (body) => body.insert(index(next.at, body), next.text))
      case 'remove':
        return type(id, (body) => {
          const at = index(next.at, body)
          body.delete(at, index(next.at + next.length / 20, body) - at)
        })
      case 'body':
        return library.setBody(id, next.text)
      case 'title':
      case 'summary':
        return library.setPost(id, { [next.do]: next.text })
      case 'tags':
        return library.setPost(id, { tags: next.tags })
      case 'status':
        return library.setPost(id, { status: next.status })
      case 'pause':
        time += next.minutes * 60_000
        return time
      case 'restore': {
        const versions = library.history.list(id)
        const version = versions[next.which % Math.max(1, versions.length)]
        return version && library.history.restore(id, version.id)
      }
      case 'mark':
        return library.history.mark(id)
      case 'compact':
        return library.compact(id)
      case 'release':
        return library.post(id)?.status === 'published' && library.releases.update(id)
      case 'discard':
        return library.post(id)?.status === 'published' && library.releases.discard(id)
      case 'reopen':
        library.close()
        library = open()
        return library
      case 'rebuild':
        return library.rebuildProjection()
    }
  }

  it(
    'every version goes on reading as the post did when it was made',
    () => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
          const { id } = library.createPost({ title: 'Tried', body: 'words' })
          const remembered = new Map<string, unknown>()
          let released: unknown
          for (const next of steps) {
            const before = face(id)
            time += 1000
            run(id, next)
            // A version that is new is of the state before the step, or of the one after it.
            for (const { id: version } of library.history.list(id)) {
              const reads = faceOf(library.history.read(id, version))
              if (!remembered.has(version)) {
                remembered.set(version, reads)
                expect([before, face(id)]).toContainEqual(reads)
              }
              expect(reads).toEqual(remembered.get(version))
            }
            const post = library.post(id)
            if (post?.status === 'draft') released = undefined
            else if (next.do === 'release' || released === undefined) released = face(id)
            if (released !== undefined) {
              expect(faceOf(library.history.read(id, 'released'))).toEqual(released)
              expect(post?.hasChanges).toBe(JSON.stringify(released) !== JSON.stringify(face(id)))
            }
            if (next.do === 'discard' && released !== undefined) expect(face(id)).toEqual(released)
          }
        }),
        { numRuns: runs },
      )
    },
    timeLimitMs,
  )

  it(
    'a restore gives the version, and undoing it gives back what was there',
    () => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 15 }), fc.nat(20), (steps, which) => {
          const { id } = library.createPost({ title: 'Tried', body: 'words' })
          library.history.mark(id)
          for (const next of steps) run(id, next)
          const versions = library.history.list(id)
          const version = versions[which % versions.length]?.id ?? ''
          const wanted = faceOf(library.history.read(id, version))
          const before = face(id)
          const undo = library.history.restore(id, version)
          expect(face(id)).toEqual(wanted)
          library.history.restore(id, undo.before.id)
          expect(face(id)).toEqual(before)
        }),
        { numRuns: runs },
      )
    },
    timeLimitMs,
  )

  it(
    'an edit gives exactly the new text, and a comparison with the old one says how',
    () => {
      fc.assert(
        fc.property(text, text, (from, to) => {
          const { id } = library.createPost({ title: 'Tried', body: from })
          const { id: old } = library.history.mark(id)
          expect(library.setBody(id, to).body).toBe(to)
          const { body } = compareFaces(library.history.read(id, old), library.history.read(id, 'now'))
          const without = (kind: string) => body.filter((part) => part.kind !== kind).map((part) => part.text)
          expect(without('removed').join('')).toBe(to)
          expect(without('inserted').join('')).toBe(from)
        }),
        { numRuns: runs },
      )
    },
    timeLimitMs,
  )
})
