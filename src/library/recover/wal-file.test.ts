import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findLogDamage, isLogCut } from './inspect-log'
import { readWal } from './wal-file'

let folder: string
let file: string
let writer: Database.Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-wal-'))
  writer = new Database(join(folder, 'open.sqlite'))
  writer.pragma('journal_mode = WAL')
  writer.exec('CREATE TABLE t (a TEXT)')
  file = join(folder, 'killed.sqlite')
})
afterEach(() => {
  writer.close()
  rmSync(folder, { recursive: true, force: true })
})

const insert = (count: number) => {
  for (let index = 0; index < count; index++) writer.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(300))
}
/** What a process that was killed leaves. */
const leave = () => {
  for (const end of ['', '-wal', '-shm']) cpSync(join(folder, `open.sqlite${end}`), `${file}${end}`)
  return readFileSync(`${file}-wal`)
}
const put = (wal: Buffer) => writeFileSync(`${file}-wal`, wal)

describe('a write-ahead log', () => {
  it('that a killed process left is whole, also when it was begun anew over an earlier one', () => {
    insert(30)
    const wal = readWal(leave())
    expect(wal?.frames.every(({ isWhole }) => isWhole)).toBe(true)
    expect(wal?.seen).toBe(wal?.frames.length)
    expect(findLogDamage(file)).toBeUndefined()
    writer.pragma('wal_checkpoint(RESTART)')
    insert(3)
    expect(readWal(leave())?.seen).toBe(3)
    expect(findLogDamage(file)).toBeUndefined()
  })

  it('in the midst of a commit that was not finished is whole', () => {
    insert(10)
    const whole = leave()
    put(Buffer.concat([whole, whole.subarray(32, 3000)]))
    expect(findLogDamage(file)).toBeUndefined()
  })

  it('with a damaged frame is seen as such, and the frames behind it are read', () => {
    insert(30)
    const wal = leave()
    const before = readWal(wal)
    wal[32 + 4120 * 5 + 100] = (wal[32 + 4120 * 5 + 100] ?? 0) ^ 1
    put(wal)
    expect(findLogDamage(file)).toMatch(/in the middle/)
    expect(isLogCut(file)).toBe(false)
    const after = readWal(wal)
    expect(after?.seen).toBe(5)
    expect(after?.frames.filter(({ isWhole }) => !isWhole)).toHaveLength(1)
    expect(after?.frames).toHaveLength(before?.frames.length ?? 0)
    // SQLite says nothing of it.
    const db = new Database(file)
    expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBeLessThan(30)
    db.close()
    expect(existsSync(file)).toBe(true)
  })

  it('without a header, cut short, or gone is seen as such', () => {
    insert(30)
    const wal = leave()
    const damaged = Buffer.from(wal)
    damaged.fill(0, 0, 32)
    put(damaged)
    expect(findLogDamage(file)).toMatch(/header/)
    expect(readWal(damaged)?.frames.filter(({ isWhole }) => isWhole).length).toBeGreaterThan(25)
    put(wal)
    truncateSync(`${file}-wal`, 32 + 4120 * 12)
    expect(findLogDamage(file)).toMatch(/end/)
    expect(isLogCut(file)).toBe(true)
    rmSync(`${file}-wal`)
    expect(findLogDamage(file)).toMatch(/end/)
  })

  it('of a process that writes at that moment is not called damaged', () => {
    insert(5)
    const open = join(folder, 'open.sqlite')
    for (let round = 0; round < 20; round++) {
      insert(2)
      expect(findLogDamage(open)).toBeUndefined()
    }
  })
})
