/** @module-tag thorough */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Library, openLibrary } from '../index'
import { applicationId, steps, truthTables } from '../migrations'

const dayMs = 24 * 60 * 60 * 1000
let folder: string
let library: Library
let clock: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-backups-'))
  clock = Date.UTC(2026, 10, 24, 12)
  library = openLibrary(join(folder, 'library'), { create: true, now: () => clock })
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Makes a closed library file what the first version of Longhand would have written. */
function asFirstFormat(file: string): void {
  const older = `${file}.older`
  const db = new Database(older)
  db.exec(steps[0] ?? '')
  db.prepare('ATTACH ? AS newer').run(file)
  for (const table of ['local', 'documents', 'updates', 'assets']) {
    const names = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).join(', ')
    db.exec(`INSERT INTO main.${table} (${names}) SELECT ${names} FROM newer.${table}`)
  }
  db.exec('DETACH newer')
  db.pragma(`application_id = ${applicationId}`)
  db.pragma('user_version = 1')
  db.close()
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  renameSync(older, file)
}

describe('backups', () => {
  it('go into the library’s folder, or where the writer says, and are listed newest first', async () => {
    library.createPost({ title: 'One' })
    const first = await library.backups.make('daily')
    expect(first.file.startsWith(join(library.path, 'backups'))).toBe(true)
    clock += 1000
    await library.backups.make('manual')
    expect(library.backups.list()).toMatchObject([
      { kind: 'manual', at: clock, posts: 1, ok: true },
      { kind: 'daily', at: clock - 1000, posts: 1, ok: true },
    ])
    mkdirSync(join(folder, 'elsewhere'))
    library.backups.setFolder(join(folder, 'elsewhere'))
    expect(library.backups.list()).toEqual([])
    clock += 1000
    const { file } = await library.backups.make('daily')
    expect(library.backups.list().map((item) => item.file)).toEqual([file])
    expect(() => library.backups.setFolder(join(folder, 'nowhere'))).toThrow(/is not a folder/)
    library.backups.setFolder(null)
    expect(library.backups.list()).toHaveLength(2)
  })

  it('of a folder that is gone fail with a sentence and do not make it anew', async () => {
    mkdirSync(join(folder, 'drive'))
    library.backups.setFolder(join(folder, 'drive'))
    rmSync(join(folder, 'drive'), { recursive: true })
    await expect(library.backups.make('daily')).rejects.toMatchObject({ code: 'not-found' })
    expect(readdirSync(folder)).toEqual(['library'])
  })

  it('of each day are thinned out; those the writer made stay', async () => {
    await library.backups.make('manual')
    for (let day = 0; day < 20; day++) {
      clock += dayMs
      await library.backups.make('daily')
    }
    const kinds = library.backups.list().map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'manual')).toHaveLength(1)
    // 25 November to 14 December 2026: 7 days, 2 Sundays before them, the end of November is a Monday of its own.
    expect(kinds.filter((kind) => kind === 'daily')).toHaveLength(10)
  }, 30_000)
})

describe('restoring a backup in the library’s place', () => {
  it('says first what differs', async () => {
    const kept = library.createPost({ title: 'Kept' })
    const changed = library.createPost({ title: 'Changed', body: 'before' })
    const lost = library.createPost({ title: 'Lost' })
    const { file } = await library.backups.make('manual')
    library.setBody(changed.id, 'after')
    library.trashPost(lost.id)
    library.trash.empty()
    const added = library.createPost({ title: 'New since' })
    expect(kept.id).toBeTruthy()
    expect(await library.backups.compare(file)).toEqual({
      added: [{ id: lost.id, title: 'Lost' }],
      changed: [{ id: changed.id, title: 'Changed' }],
      missing: [{ id: added.id, title: 'New since' }],
    })
    expect(readdirSync(library.path).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('brings everything back, keeps what was there aside, and is another device', async () => {
    const asset = library.addAsset(Buffer.from('an original'), 'notes.txt')
    const { id } = library.createPost({ title: 'Post', body: 'first', tags: ['a'] })
    library.history.mark(id, 'marked')
    library.setSite({ title: 'Before' })
    const { file } = await library.backups.make('manual')
    const device = library.device
    library.setBody(id, 'second')
    library.setSite({ title: 'After' })
    const later = library.createPost({ title: 'Later' })
    rmSync(library.assetFile(asset))

    clock += 1000
    const { aside, posts, warnings } = await library.backups.restore(file)
    expect({ posts, warnings }).toEqual({ posts: 1, warnings: [] })
    expect(library.post(id)?.body).toBe('first')
    expect(library.site().title).toBe('Before')
    expect(library.post(later.id)).toBeUndefined()
    expect(library.search('first')).toHaveLength(1)
    expect(library.device).not.toBe(device)
    expect(library.history.list(id)[0]?.name).toBe('marked')
    expect(library.verify()).toEqual({ ok: true, posts: 1, problems: [] })

    clock += 1000
    await library.backups.restore(aside)
    expect(library.post(id)?.body).toBe('second')
    expect(library.post(later.id)?.title).toBe('Later')
    expect(library.verify().problems).toEqual([])
  })

  it('reaches another process that has the post open: it hears of it and edits the restored text', async () => {
    const { id } = library.createPost({ title: 'Shared', body: 'restored' })
    const { file } = await library.backups.make('manual')
    const other = openLibrary(library.path)
    for (let index = 0; index < 20; index++) other.setBody(id, `after ${index}`)
    const heard: string[] = []
    const stop = other.onChange(({ documents }) => heard.push(...documents))
    clock += 1000
    await library.backups.restore(file)
    await expect.poll(() => heard).toContain(id)
    stop()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, other.openDraft(id).state)
    expect(doc.getText('body').toString()).toBe('restored')
    other.setBody(id, 'restored and edited')
    expect(library.post(id)?.body).toBe('restored and edited')
    expect(library.verify().problems).toEqual([])
    other.close()
  })

  it('refuses a damaged backup, and one of another library, and changes nothing', async () => {
    const { id } = library.createPost({ title: 'Stays', body: 'as it is' })
    const { file } = await library.backups.make('manual')
    const db = new Database(file)
    db.exec("UPDATE updates SET device = 'another' WHERE seq = 1")
    db.close()
    await expect(library.backups.restore(file)).rejects.toMatchObject({ code: 'corrupt-library' })
    const other = openLibrary(join(folder, 'other'), { create: true })
    const { file: foreign } = await other.backups.make('manual')
    other.close()
    await expect(library.backups.restore(foreign)).rejects.toMatchObject({ code: 'bad-input' })
    await expect(
      library.backups.makeFile(join(folder, 'library', 'library.sqlite-wal')),
    ).rejects.toMatchObject({
      code: 'bad-input',
    })
    expect(library.post(id)?.body).toBe('as it is')
    expect(library.backups.list().map(({ kind }) => kind)).toEqual(['manual'])
  })

  it('knows every table: what a backup brings, what is built anew, what is of this device', () => {
    const db = new Database(join(library.path, 'library.sqlite'), { readonly: true })
    const tables = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' AND name NOT LIKE 'heads_%'",
      )
      .pluck()
      .all()
    db.close()
    const built = [
      'posts',
      'sources',
      'released',
      'post_tags',
      'post_assets',
      'post_links',
      'former_addresses',
      'settings',
      'unindexed',
      'terms',
      'heads',
    ]
    expect(tables.sort()).toEqual([...truthTables, ...built, 'local'].sort())
  })
})

describe('a library of an older format', () => {
  it('is backed up before it is brought up to date', () => {
    library.createPost({ title: 'Old' })
    library.close()
    asFirstFormat(join(library.path, 'library.sqlite'))
    library = openLibrary(library.path, { now: () => clock })
    expect(library.backups.list()).toMatchObject([{ kind: 'before-upgrade', posts: 1, ok: true }])
    expect(library.posts().map(({ title }) => title)).toEqual(['Old'])
    expect(library.verify().problems).toEqual([])
  })

  it('can be restored from one of that format', async () => {
    const { id } = library.createPost({ title: 'Old' })
    const { file } = await library.backups.make('manual')
    asFirstFormat(file)
    library.setBody(id, 'new')
    clock += 1000
    await library.backups.restore(file)
    expect(library.post(id)?.body).toBe('')
    expect(library.verify().problems).toEqual([])
  })
})
