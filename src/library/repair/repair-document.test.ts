import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createPostDocument, newId, openDocument, type PostId, readPost } from '../../document'
import { randomCases } from '../../random-cases'
import { replay } from '../replay'
import { findBreak, rowHash } from '../update-log'
import { aRemnant, type Candidate, keyOf, theLibrary } from './candidate'
import { describeRepair, repairDocument } from './repair-document'

const id = newId<PostId>()

/** A log of one post, typed word by word by one writer. */
function writeLog(words: number): { rows: Candidate[]; text: string } {
  const doc = createPostDocument(id, 0, { title: 'The post' })
  const rows: Candidate[] = []
  const add = (bytes: Uint8Array) => {
    const last = rows.at(-1)
    const row = { seq: rows.length + 1, at: 1000 * rows.length, device: newId(), bytes, format: 1 as const }
    const hash = rowHash(last ? keyOf(last) : new Uint8Array(0), id, row)
    rows.push({ ...row, hash, link: null, draft: id, source: theLibrary })
  }
  add(Y.encodeStateAsUpdate(doc))
  doc.on('update', add)
  for (let index = 0; index < words; index++) {
    const body = doc.getText('body')
    body.insert(body.length, `word${index} `)
  }
  return { rows, text: doc.getText('body').toString() }
}

const copy = (row: Candidate): Candidate => ({
  ...row,
  bytes: Buffer.from(row.bytes),
  hash: Buffer.from(row.hash),
})
const backup = (at: number) => ({ kind: 'backup' as const, at, mayExtend: true })

function textOf(rows: readonly Parameters<typeof replay>[1][number][]): string {
  const doc = openDocument(id)
  replay(doc, rows)
  expect(doc.store.pendingStructs).toBeNull()
  return readPost(doc).body
}

describe('a damaged log', () => {
  it('that is whole stays as it is', () => {
    const { rows, text } = writeLog(5)
    const repaired = repairDocument(id, rows)
    expect(repaired).toMatchObject({ outcome: 'whole', title: 'The post', missing: [], mended: 0 })
    expect(textOf(repaired.rows)).toBe(text)
  })

  it('with one changed bit anywhere in a row is mended', () => {
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.nat(10_000),
        fc.constantFrom('bytes', 'hash', 'at', 'device'),
        (at, place, field) => {
          const { rows, text } = writeLog(5)
          const damaged = rows.map(copy)
          const row = damaged[at] as Candidate
          if (field === 'bytes' || field === 'hash') {
            const index = place % row[field].length
            row[field][index] = (row[field][index] ?? 0) ^ (1 << (place % 8))
          } else if (field === 'at')
            row.at += 2 ** (place % 30) * (Math.floor(row.at / 2 ** (place % 30)) % 2 ? -1 : 1)
          else row.device = `${String.fromCharCode(row.device.charCodeAt(0) ^ 1)}${row.device.slice(1)}`
          const repaired = repairDocument(id, damaged)
          expect(repaired).toMatchObject({ outcome: 'whole', mended: 1 })
          expect(findBreak(id, repaired.rows)).toBeUndefined()
          expect(textOf(repaired.rows)).toBe(text)
        },
      ),
      { numRuns: randomCases(40) },
    )
  }, 30_000)

  it('keeps everything but what the damaged updates said, which it names', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 2, max: 19 }), { minLength: 1, maxLength: 6 }), (seqs) => {
        const { rows } = writeLog(20)
        const damaged = rows.map(copy)
        for (const seq of seqs) damaged[seq - 1]?.bytes.fill(0)
        const repaired = repairDocument(id, damaged)
        expect(repaired.outcome).toBe('parts-missing')
        expect(repaired.missing.map((it) => it.seq)).toEqual([...seqs].sort((a, b) => a - b))
        expect(findBreak(id, repaired.rows)).toBeUndefined()
        const left = Array.from({ length: 20 }, (_, index) => index).filter(
          (index) => !seqs.includes(index + 2),
        )
        expect(textOf(repaired.rows)).toBe(left.map((index) => `word${index} `).join(''))
        expect(describeRepair(repaired)).toContain('“The post”')
      }),
      { numRuns: randomCases(40) },
    )
  })

  it('takes from a backup what is damaged, and loses nothing', () => {
    const { rows, text } = writeLog(10)
    const damaged = rows.map(copy)
    for (const row of damaged.slice(2, 6)) row.bytes.fill(7)
    const old = rows.slice(0, 8).map((row) => ({ ...row, source: backup(5) }))
    const repaired = repairDocument(id, [...damaged, ...old])
    expect(repaired).toMatchObject({ outcome: 'whole', fromBackups: { count: 4, at: 5 } })
    expect(textOf(repaired.rows)).toBe(text)
  })

  it('goes on with what a backup has beyond its end, but not with what a restore undid or with remnants', () => {
    const { rows, text } = writeLog(10)
    const cut = rows.slice(0, 4)
    const later = rows.slice(4)
    const from = (source: Candidate['source']) => later.map((row) => ({ ...row, source }))
    const extended = repairDocument(id, [...cut, ...from(backup(9))])
    expect(extended.outcome).toBe('older')
    expect(textOf(extended.rows)).toBe(text)
    for (const source of [{ kind: 'backup', at: 9, mayExtend: false } as const, aRemnant]) {
      expect(textOf(repairDocument(id, [...cut, ...from(source)]).rows)).toBe('word0 word1 word2 ')
    }
    expect(
      textOf(
        repairDocument(id, from(aRemnant).concat(cut.map((row) => ({ ...row, source: aRemnant })))).rows,
      ),
    ).toBe(text)
  })

  it('of which the beginning is gone keeps the rest', () => {
    const { rows } = writeLog(6)
    const repaired = repairDocument(id, rows.slice(3))
    expect(repaired.outcome).toBe('parts-missing')
    expect(findBreak(id, repaired.rows)).toBeUndefined()
    // The first row after the loss can't be told from a changed one.
    expect(textOf(repaired.rows)).toBe('word3 word4 word5 ')
  })

  it('of which nothing is good is lost, and says so', () => {
    const { rows } = writeLog(3)
    for (const row of rows) {
      row.bytes.fill(1)
      row.hash.fill(2)
    }
    const repaired = repairDocument(id, rows)
    expect(repaired).toMatchObject({ outcome: 'lost', rows: [] })
    expect(repaired.damaged).toHaveLength(4)
  })
})
