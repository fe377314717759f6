import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Library, openLibrary, openSnapshot } from '.'

const svg = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect fill="${fill}"/></svg>`
let folder: string
let library: Library
let now = 1000

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-drawings-'))
  library = openLibrary(join(folder, 'library'), { create: true, now: () => ++now })
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

it('a drawing is found by what it was drawn of', () => {
  const kept = library.addDrawing('graph TD\n  A', svg('red'))
  expect(kept).toMatchObject({ type: 'image/svg+xml', width: 30, height: 20 })
  expect(kept.path).toMatch(/^media\/diagram-[0-9a-f]{32}-[0-9a-f]{12}\.svg$/)
  library.addDrawing('graph TD\n  B', svg('blue'))
  expect(library.drawing('graph TD\n  A')).toEqual(kept)
  expect(library.drawing('graph TD\n  C')).toBeUndefined()
  const snapshot = openSnapshot(join(folder, 'library'))
  expect(snapshot.drawing('graph TD\n  A')).toEqual(kept)
  snapshot.close()
})

it('the newest drawing counts', () => {
  library.addDrawing('pie', svg('red'))
  const newer = library.addDrawing('pie', svg('blue'))
  expect(library.drawing('pie')).toEqual(newer)
})

it('drawings are not among the media, but whole as they are', () => {
  library.addAsset(new TextEncoder().encode(svg('green')), 'diagram.svg')
  library.addDrawing('pie', svg('red'))
  expect(library.media.list({ filter: 'all', offset: 0, limit: 10 }).items).toHaveLength(1)
  expect(library.verify().problems).toEqual([])
})

it.each(['', '<p>', 'x'.repeat(5_000_000)])('what is no drawing is not kept', (text) => {
  expect(() => library.addDrawing('pie', text)).toThrow(expect.objectContaining({ code: 'bad-input' }))
})
