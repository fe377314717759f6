/** @module-tag thorough */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostId } from '../../document'
import { type Library, openLibrary, repairFolder } from '../index'

let folder: string
let path: string
let library: Library | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-repair-'))
  path = join(folder, 'library')
  library = openLibrary(path, { create: true })
})
afterEach(() => {
  library?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Twenty posts of a few edits each; closed. */
function write(): Map<PostId, string> {
  const texts = new Map<PostId, string>()
  for (let index = 0; index < 20; index++) {
    const { id } = library!.createPost({
      title: `Post ${index}`,
      tags: ['a', `t${index}`],
      status: 'published',
    })
    let body = ''
    for (let edit = 0; edit < 8; edit++) {
      body += `Paragraph ${edit} of post ${index}. ${'Some words. '.repeat(30)}\n\n`
      library!.setBody(id, body)
    }
    texts.set(id, body)
  }
  library!.setSite({ title: 'A site' })
  return texts
}
const close = () => {
  library?.close()
  library = undefined
}
const edit = (sql: string, ...values: unknown[]) => {
  const db = new Database(join(path, 'library.sqlite'))
  db.pragma('foreign_keys = OFF')
  db.prepare(sql).run(...values)
  db.close()
}
function expectTexts(texts: ReadonlyMap<PostId, string>): void {
  library = openLibrary(path)
  for (const [id, text] of texts) expect(library.post(id)?.body).toBe(text)
}

describe('verify --repair', () => {
  it('leaves a whole library as it is', async () => {
    const texts = write()
    close()
    expect(await repairFolder(path)).toEqual({
      ok: true,
      posts: 20,
      problems: [],
      repaired: [],
      setAside: null,
    })
    expectTexts(texts)
  })

  it('builds lists anew that differ from the log', async () => {
    const texts = write()
    const [id] = [...texts.keys()]
    close()
    edit("UPDATE sources SET body = 'another text' WHERE id = ?", id)
    edit("UPDATE posts SET slug = 'elsewhere' WHERE title = 'Post 3'")
    const report = await repairFolder(path)
    expect(report).toMatchObject({ ok: true, problems: [], repaired: [] })
    expect(report.setAside).toContain('before-repair')
    expectTexts(texts)
  })

  it('sets a damaged update aside, names it, and keeps the rest of the post', async () => {
    const texts = write()
    const [id] = [...texts.keys()] as [PostId]
    close()
    edit('UPDATE updates SET bytes = zeroblob(length(bytes)) WHERE draft = ? AND seq = 5', id)
    const report = await repairFolder(path)
    expect(report).toMatchObject({ ok: true, posts: 20, problems: [] })
    expect(report.repaired).toMatchObject([{ id, title: 'Post 0', outcome: 'parts-missing' }])
    expect(report.repaired[0]?.message).toMatch(
      /^“Post 0”: update 5 \(20.* UTC\) is damaged: what was written in it/,
    )
    const text = texts.get(id) ?? ''
    const lost = text.slice(text.indexOf('Paragraph 3'), text.indexOf('Paragraph 4'))
    expectTexts(new Map([...texts, [id, text.replace(lost, '')]]))
    library!.setBody(id, 'goes on')
    expect(library!.verify().problems).toEqual([])
  })

  it('takes a damaged update from a backup, and then nothing is missing', async () => {
    const texts = write()
    const [id] = [...texts.keys()] as [PostId]
    await library!.backups.make('daily')
    library!.setBody(id, `${texts.get(id)}and more`)
    close()
    edit('UPDATE updates SET bytes = zeroblob(length(bytes)) WHERE draft = ? AND seq IN (2, 5)', id)
    const report = await repairFolder(path)
    expect(report.repaired).toMatchObject([{ id, outcome: 'whole' }])
    expectTexts(new Map([...texts, [id, `${texts.get(id)}and more`]]))
  })

  it('restores a damaged log that was made short from a backup', async () => {
    const texts = write()
    const [id] = [...texts.keys()] as [PostId]
    await library!.backups.make('daily')
    library!.compact(id)
    close()
    edit('UPDATE updates SET bytes = zeroblob(length(bytes)) WHERE draft = ?', id)
    expect((await repairFolder(path)).repaired).toMatchObject([{ id, outcome: 'whole' }])
    expectTexts(texts)
  })
})

describe('a database with damaged pages', () => {
  const file = () => join(path, 'library.sqlite')

  it.each([
    ['whose header is gone', (bytes: Buffer) => bytes.fill(0, 0, 100)],
    ['whose first page is gone', (bytes: Buffer) => bytes.fill(0, 0, 4096)],
    ['in which every way to a leaf is gone', (bytes: Buffer) => fillPages(bytes, [0x05, 0x02])],
  ])('%s is read page by page, and nothing is missing', async (_, damage) => {
    const texts = write()
    close()
    const bytes = readFileSync(file())
    damage(bytes)
    writeFileSync(file(), bytes)
    expect(() => openLibrary(path)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/corrupt|not-a/) }),
    )
    const report = await repairFolder(path)
    expect(report).toMatchObject({ ok: true, posts: 20, problems: [] })
    expect(readFileSync(join(report.setAside ?? '', 'library.sqlite')).equals(bytes)).toBe(true)
    expectTexts(texts)
    expect(library!.site().title).toBe('A site')
    expect(library!.search('Paragraph')).toHaveLength(20)
  })

  it('that was cut short names what is missing; a backup fills it', async () => {
    const texts = write()
    close()
    cpSync(path, join(folder, 'with-backup'), { recursive: true })
    truncateSync(file(), 150_000)
    const report = await repairFolder(path)
    expect(report.ok).toBe(true)
    library = openLibrary(path)
    const named = new Set(report.repaired.map(({ id }) => id))
    for (const [id, text] of texts) {
      if (!named.has(id)) expect(library.post(id)?.body).toBe(text)
    }
    close()

    path = join(folder, 'with-backup')
    library = openLibrary(path)
    await library.backups.make('daily')
    close()
    truncateSync(file(), 150_000)
    expect(await repairFolder(path)).toMatchObject({ ok: true, posts: 20 })
    expectTexts(texts)
  })

  it('of which only the write-ahead log was written reads that', async () => {
    const texts = write()
    const copy = join(folder, 'killed')
    cpSync(path, copy, { recursive: true })
    close()
    path = copy
    const bytes = readFileSync(`${file()}-wal`)
    // Frame 10 of the log: SQLite would end there without a word.
    bytes[32 + 10 * 4120 + 500] = (bytes[32 + 10 * 4120 + 500] ?? 0) ^ 1
    writeFileSync(`${file()}-wal`, bytes)
    expect(() => openLibrary(path)).toThrow(expect.objectContaining({ code: 'corrupt-library' }))
    const report = await repairFolder(path)
    expect(report).toMatchObject({ ok: true, posts: 20 })
    expectTexts(texts)
  })

  it('whose write-ahead log was cut or is gone is refused, and what is there is saved', async () => {
    write()
    const copy = join(folder, 'killed')
    cpSync(path, copy, { recursive: true })
    close()
    path = copy
    truncateSync(`${file()}-wal`, 32 + 3 * 4120)
    expect(() => openLibrary(path)).toThrow(expect.objectContaining({ code: 'corrupt-library' }))
    const report = await repairFolder(path)
    expect(report.ok).toBe(true)
    expect(readdirSync(report.setAside ?? '').sort()).toEqual([
      'library.sqlite',
      'library.sqlite-shm',
      'library.sqlite-wal',
    ])
  })

  it('of which nothing can be read is left as it is', async () => {
    write()
    close()
    const bytes = Buffer.alloc(100_000, 1)
    writeFileSync(file(), bytes)
    await expect(repairFolder(path)).rejects.toMatchObject({ code: 'corrupt-library' })
    expect(readFileSync(file()).equals(bytes)).toBe(true)
    expect(readdirSync(path)).toEqual(['library.sqlite'])
  })
})

function fillPages(bytes: Buffer, types: readonly number[]): Buffer {
  for (let at = 4096; at < bytes.length; at += 4096) {
    if (types.includes(bytes[at] ?? 0)) bytes.fill(0, at, at + 4096)
  }
  return bytes
}
