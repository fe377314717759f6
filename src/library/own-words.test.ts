import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Library, openLibrary } from './index'

let folder: string
let library: Library
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-words-'))
  library = openLibrary(join(folder, 'library'), { create: true })
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true })
})

it('words are added once, kept, and taken away', () => {
  for (const word of ['Zettel', 'apfel', 'Zettel']) library.ownWords.add(word)
  expect(library.ownWords.list()).toEqual(['apfel', 'Zettel'])
  library.close()
  library = openLibrary(join(folder, 'library'))
  library.ownWords.remove('apfel')
  library.ownWords.remove('never')
  expect(library.ownWords.list()).toEqual(['Zettel'])
})
