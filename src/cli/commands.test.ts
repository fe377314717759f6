import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCommandLine, type TestCommandLine, testVersion } from './test-command-line'

const version = testVersion

let folder: string
let library: string
let command: TestCommandLine

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-commands-'))
  library = join(folder, 'library')
  command = createTestCommandLine(library)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** An argument that begins with `./` is a path in the test's folder. */
const placed = (arg: string) => (arg.startsWith('./') ? join(folder, arg) : arg)
const longhand = (...args: string[]) => command.run(...args.map(placed))

/** Runs with `--json` and reads the one document that standard output has to be. */
async function json(...args: string[]) {
  const said = await longhand('--json', ...args)
  return { ...said, value: JSON.parse(said.out) }
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}

describe('the journey of a script', () => {
  it('imports, writes, changes, finds, exports, verifies', async () => {
    write(
      'posts/one.md',
      '---\ntitle: "One: a (first) post"\ntags: [x]\ndate: 2026-01-02\n---\n\nSee [two](two.md).\n',
    )
    write('posts/two.md', '---\ntitle: Two\ndate: 2026-01-01\ndraft: true\n---\n\n```js\nlet a = 1\n```\n')
    write('posts/bad.md', Buffer.from([0, 1, 2]))

    const imported = await json('import', './posts')
    expect(imported.code).toBe(0)
    expect(imported.value).toMatchObject({
      imported: 2,
      updated: 0,
      skipped: [{ path: 'bad.md', reason: 'It is binary, not text.' }],
      assets: 0,
    })
    expect((await json('import', './posts')).value).toMatchObject({ imported: 0, updated: 0, unchanged: 2 })

    write('hello.md', '# Hi\r\n')
    const created = await json(
      'new',
      '--title',
      'Hello',
      '--summary',
      'S',
      '--tag',
      'a',
      '--tag',
      'b',
      '--body',
      './hello.md',
      '--publish',
    )
    expect(created.value).toMatchObject({
      slug: 'hello',
      title: 'Hello',
      summary: 'S',
      status: 'published',
      tags: ['a', 'b'],
      words: 1,
    })
    expect((await longhand('show', 'hello')).out).toBe('# Hi\n')
    expect((await json('show', created.value.id)).value).toMatchObject({ slug: 'hello', body: '# Hi\n' })

    write('body.md', '# Hi there\n')
    expect((await json('edit', 'hello', '--body', './body.md')).value).toMatchObject({ words: 2 })
    expect(
      (await json('set', 'hello', 'title=New', 'slug=new', 'date=2026-02-03', 'tags=c, d')).value,
    ).toMatchObject({
      slug: 'new',
      title: 'New',
      date: '2026-02-03',
      tags: ['c', 'd'],
    })
    const listed = (await json('list')).value as Record<string, unknown>[]
    expect(listed.map(({ slug }) => slug)).toEqual(['new', 'one', 'two'])
    for (const name of ['id', 'slug', 'title', 'summary', 'date', 'status', 'tags', 'words']) {
      expect(listed[0]).toHaveProperty(name)
    }
    expect((await json('list', '--status', 'draft')).value).toMatchObject([{ slug: 'two' }])
    expect((await json('list', '--tag', 'x')).value).toMatchObject([{ slug: 'one' }])
    expect((await json('search', 'first', '--limit', '1')).value).toMatchObject([
      { slug: 'one', snippet: expect.any(String) },
    ])

    expect((await json('trash', 'new')).value.trashedAt).toEqual(expect.any(Number))
    expect((await json('list')).value).toHaveLength(2)
    expect((await json('list', '--trashed')).value).toMatchObject([{ slug: 'new' }])
    expect((await json('restore-from-trash', 'new')).value.trashedAt).toBeNull()

    expect(
      (await json('site', 'title=My blog: notes', 'baseUrl=https://example.org/blog')).value,
    ).toMatchObject({
      title: 'My blog: notes',
      baseUrl: 'https://example.org/blog',
    })
    expect((await json('site')).value).toMatchObject({ title: 'My blog: notes', language: 'en' })

    expect(await json('verify')).toMatchObject({ code: 0, value: { ok: true, posts: 3, problems: [] } })
  }, 120_000)

  it('says the same to a person, and keeps notes and progress on standard error', async () => {
    write('posts/one.md', '# One\n\n![gone](gone.png)\n')
    const imported = await longhand('import', './posts')
    expect(imported.out).toBe('1 imported, 0 updated, 0 unchanged, 0 assets, 0 skipped\n')
    expect(imported.error).toContain('Reading files …')
    expect(imported.error).toContain('one.md: “gone.png” is missing')
    expect((await longhand('list')).out).toMatch(/^\d{4}-\d\d-\d\d {2}published {2}one {2}One\n$/)
    expect((await longhand('verify')).out).toBe('Everything is in order: 1 post.\n')
    expect((await longhand('site')).out).toMatch(/^title +My blog$/m)
  }, 60_000)
})

describe('help and version', () => {
  it('are there for all and for each', async () => {
    expect(await longhand('--version')).toMatchObject({ code: 0, out: `${version}\n` })
    expect((await json('--version')).value).toEqual({ version })
    const help = await longhand('--help')
    expect(help.code).toBe(0)
    const names = [...help.out.matchAll(/^ {2}([a-z][a-z-]+) {2}/gm)].map((match) => match[1] ?? '')
    expect(names).toEqual(expect.arrayContaining(['import', 'history', 'release', 'verify', 'serve']))
    for (const name of names.slice(0, 3)) {
      expect((await longhand(name, '--help')).out).toContain(`longhand [--library DIR] [--json] ${name}`)
    }
    expect(existsSync(library)).toBe(false)
  }, 60_000)
})

describe('what goes wrong', () => {
  it('ends with 2 for usage, with the usage on standard error, before anything is opened', async () => {
    const run = await longhand('list', '--nothing')
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.error).toMatch(/^longhand: Unknown option “--nothing”\.\nUsage: longhand .* list /)
    for (const args of [
      ['set', 'a', 'colour=red'],
      ['set', 'a', 'title'],
      ['set', 'a', 'status=gone'],
      ['site', 'colour=red'],
      ['list', '--status', 'gone'],
      ['search', 'a', '--limit', '0'],
      ['serve', '--port', 'x'],
    ]) {
      expect(await json(...args), args.join(' ')).toMatchObject({
        code: 2,
        value: { error: { code: 'usage' } },
      })
    }
    expect(existsSync(library)).toBe(false)
  })

  it('ends with 1 for a failure, one JSON document with its code, and a sentence', async () => {
    await longhand('new', '--title', 'A')
    const cases: [string[], string][] = [
      [['show', 'none'], 'not-found'],
      [['set', 'a', 'slug=../../etc/passwd'], 'bad-input'],
      [['set', 'a', 'date=tomorrow'], 'bad-input'],
      [['new', '--title', 'B', '--date', '2026-02-30'], 'bad-input'],
      [['edit', 'a', '--body', './none.md'], 'not-found'],
      [['import', './none'], 'not-found'],
      [['site', 'baseUrl=ftp://example.org'], 'bad-input'],
    ]
    for (const [args, code] of cases) {
      const run = await json(...args)
      expect([run.code, run.value.error.code], args.join(' ')).toEqual([1, code])
      expect(run.error).toContain(run.value.error.message)
    }
    expect((await json('list')).value).toHaveLength(1)
    expect((await json('site', 'baseUrl=foo')).value.error.message).toContain(
      'A web address looks like https://example.org/blog/.',
    )
    expect((await json('set', 'a', 'slug=No slug')).value.error.message).toMatch(/^slug/)
  }, 60_000)

  it('refuses what is no library, and leaves it as it is', async () => {
    const refused = await longhand('list')
    expect(refused.error).toContain(`There is no library at ${library}: the folder does not exist.`)
    expect(refused.error).toMatch(/--library DIR or LONGHAND_LIBRARY/)
    expect(await json('list')).toMatchObject({ code: 1, value: { error: { code: 'not-a-library' } } })
    expect(existsSync(library)).toBe(false)
    write('library/notes.txt', 'mine')
    for (const args of [['list'], ['new', '--title', 'A'], ['import', './']]) {
      expect(await json(...args)).toMatchObject({ code: 1, value: { error: { code: 'not-a-library' } } })
    }
    expect(readdirSync(library)).toEqual(['notes.txt'])
  }, 60_000)

  it('refuses a library of a newer version, and a damaged one, untouched', async () => {
    await longhand('new', '--title', 'A')
    const file = join(library, 'library.sqlite')
    const db = new Database(file)
    db.pragma('user_version = 999')
    db.close()
    const newer = readFileSync(file)
    expect(await json('list')).toMatchObject({ code: 1, value: { error: { code: 'newer-library' } } })
    expect(readFileSync(file).equals(newer)).toBe(true)
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)]))
    const damaged = readFileSync(file)
    const run = await json('list')
    expect(run).toMatchObject({ code: 1, value: { error: { code: 'corrupt-library' } } })
    expect(run.value.error.message).toContain(library)
    expect(readFileSync(file).equals(damaged)).toBe(true)
  }, 60_000)

  it('verifies with 1 when something is damaged', async () => {
    await longhand('new', '--title', 'A')
    const db = new Database(join(library, 'library.sqlite'))
    db.exec("UPDATE posts SET title = 'Changed behind its back'")
    db.close()
    const run = await json('verify')
    expect(run).toMatchObject({ code: 1, value: { ok: false, posts: 1 } })
    expect(run.value.problems).not.toEqual([])
  }, 60_000)
})
