import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '.'

const sqlite = createRequire(import.meta.url).resolve('better-sqlite3')
let folder: string
let library: Library
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-other-'))
  library = openLibrary(folder, { create: true })
  library.setSite({ title: 'Before' })
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What another process reads; it opens the library to write, as every Longhand does, and closes it. */
function titleElsewhere(): string {
  const script = `
    const db = new (require(${JSON.stringify(sqlite)}))(process.argv[1])
    db.pragma('journal_mode = WAL')
    process.stdout.write(JSON.stringify(db.prepare("SELECT value FROM settings WHERE name = 'title'").pluck().get()))
    db.close()`
  const file = join(folder, 'library.sqlite')
  return JSON.parse(JSON.parse(execFileSync(process.execPath, ['-e', script, file], { encoding: 'utf8' })))
}
const log = () => statSync(join(folder, 'library.sqlite-wal')).ino

describe('another process that comes and goes', () => {
  it('leaves the log to the one that has the library open', () => {
    const before = log()
    expect(titleElsewhere()).toBe('Before')
    expect(log()).toBe(before)
  })

  it('does so after a snapshot was opened and closed, and sees what is written then', () => {
    library.snapshot().close()
    const before = log()
    expect(titleElsewhere()).toBe('Before')
    expect(log()).toBe(before)
    library.setSite({ title: 'After' })
    expect(titleElsewhere()).toBe('After')
  })
})
