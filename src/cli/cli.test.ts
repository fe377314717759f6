import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import config from '../../electron.vite.config'

/** Builds the programs as the product's build does, but apart from it: a test must never run yesterday's. */
const root = join(import.meta.dirname, '..', '..')
const place = mkdtempSync(join(tmpdir(), 'longhand-cli-'))
const program = join(place, 'out', 'main', 'cli.js')

beforeAll(async () => {
  const { main } = config as { main: { build: { rolldownOptions: { input: Record<string, string> } } } }
  const { index: _, ...input } = main.build.rolldownOptions.input
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ...main.build,
      rolldownOptions: { ...main.build.rolldownOptions, input },
      ssr: true,
      outDir: join(place, 'out', 'main'),
    },
  })
  for (const name of ['node_modules', 'resources', 'package.json'])
    symlinkSync(join(root, name), join(place, name))
}, 120_000)

afterAll(() => rmSync(place, { recursive: true, force: true }))

let folder: string
let library: string
let count = 0
beforeEach(() => {
  folder = join(place, `test-${count++}`)
  library = join(folder, 'library')
  mkdirSync(folder)
})

interface Run {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

function longhand(args: readonly string[], input = ''): Run {
  const result = spawnSync(process.execPath, [program, '--library', library, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  })
  return { code: result.status, out: result.stdout, error: result.stderr }
}

/** Runs with `--json` and reads the one document that standard output has to be. */
function json(args: readonly string[], input = '') {
  const run = longhand(['--json', ...args], input)
  return { ...run, value: JSON.parse(run.out) }
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}

describe('the journey of a script', () => {
  it('imports, writes, changes, finds, exports, verifies', () => {
    write(
      'posts/one.md',
      '---\ntitle: "One: a (first) post"\ntags: [x]\ndate: 2026-01-02\n---\n\nSee [two](two.md).\n',
    )
    write('posts/two.md', '---\ntitle: Two\ndate: 2026-01-01\ndraft: true\n---\n\n```js\nlet a = 1\n```\n')
    write('posts/bad.md', Buffer.from([0, 1, 2]))

    const imported = json(['import', 'posts'])
    expect(imported.code).toBe(0)
    expect(imported.value).toMatchObject({
      imported: 2,
      updated: 0,
      skipped: [{ path: 'bad.md', reason: 'It is binary, not text.' }],
      assets: 0,
    })
    expect(json(['import', 'posts']).value).toMatchObject({ imported: 0, updated: 0, unchanged: 2 })

    const created = json(
      ['new', '--title', 'Hello', '--summary', 'S', '--tag', 'a', '--tag', 'b', '--body', '-', '--publish'],
      '# Hi\r\n',
    )
    expect(created.value).toMatchObject({
      slug: 'hello',
      title: 'Hello',
      summary: 'S',
      status: 'published',
      tags: ['a', 'b'],
      words: 1,
    })
    expect(longhand(['show', 'hello']).out).toBe('# Hi\n')
    expect(json(['show', created.value.id]).value).toMatchObject({ slug: 'hello', body: '# Hi\n' })

    write('body.md', '# Hi there\n')
    expect(json(['edit', 'hello', '--body', 'body.md']).value).toMatchObject({ words: 2 })
    expect(
      json(['set', 'hello', 'title=New', 'slug=new', 'date=2026-02-03', 'tags=c, d']).value,
    ).toMatchObject({
      slug: 'new',
      title: 'New',
      date: '2026-02-03',
      tags: ['c', 'd'],
    })
    const listed = json(['list']).value as Record<string, unknown>[]
    expect(listed.map(({ slug }) => slug)).toEqual(['new', 'one', 'two'])
    for (const name of ['id', 'slug', 'title', 'summary', 'date', 'status', 'tags', 'words']) {
      expect(listed[0]).toHaveProperty(name)
    }
    expect(json(['list', '--status', 'draft']).value).toMatchObject([{ slug: 'two' }])
    expect(json(['list', '--tag', 'x']).value).toMatchObject([{ slug: 'one' }])
    expect(json(['search', 'first', '--limit', '1']).value).toMatchObject([
      { slug: 'one', snippet: expect.any(String) },
    ])

    expect(json(['trash', 'new']).value.trashedAt).toEqual(expect.any(Number))
    expect(json(['list']).value).toHaveLength(2)
    expect(json(['list', '--trashed']).value).toMatchObject([{ slug: 'new' }])
    expect(json(['restore-from-trash', 'new']).value.trashedAt).toBeNull()

    expect(json(['site', 'title=My blog: notes', 'baseUrl=https://example.org/blog']).value).toMatchObject({
      title: 'My blog: notes',
      baseUrl: 'https://example.org/blog',
    })
    expect(json(['site']).value).toMatchObject({ title: 'My blog: notes', language: 'en' })

    const exported = json(['export', '--out', 'site'])
    expect(exported.value).toMatchObject({ unchanged: 0, removed: 0 })
    for (const name of ['pages', 'written', 'bytes', 'ms']) expect(exported.value[name]).toBeGreaterThan(0)
    expect(readFileSync(join(folder, 'site/posts/one/index.html'), 'utf8')).toContain('One: a (first) post')
    expect(existsSync(join(folder, 'site/posts/two'))).toBe(false)
    expect(json(['export', '--out', 'site']).value).toMatchObject({ written: 0, removed: 0 })

    expect(json(['verify'])).toMatchObject({ code: 0, value: { ok: true, posts: 3, problems: [] } })
  }, 120_000)

  it('says the same to a person, and keeps notes and progress on standard error', () => {
    write('posts/one.md', '# One\n\n![gone](gone.png)\n')
    const imported = longhand(['import', 'posts'])
    expect(imported.out).toBe('1 imported, 0 updated, 0 unchanged, 0 assets, 0 skipped\n')
    expect(imported.error).toContain('Reading files …')
    expect(imported.error).toContain('one.md: “gone.png” is missing')
    expect(longhand(['list']).out).toMatch(/^\d{4}-\d\d-\d\d {2}published {2}one {2}One\n$/)
    expect(longhand(['verify']).out).toBe('Everything is in order: 1 post.\n')
    expect(longhand(['site']).out).toContain('title     My blog\n')
  }, 60_000)
})

describe('help and version', () => {
  it('are there for all and for each', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(longhand(['--version'])).toMatchObject({ code: 0, out: `${version}\n` })
    expect(json(['--version']).value).toEqual({ version })
    const help = longhand(['--help'])
    expect(help.code).toBe(0)
    const names = [...help.out.matchAll(/^ {2}([a-z][a-z-]+) {2}/gm)].map((match) => match[1] ?? '')
    expect(names).toHaveLength(13)
    for (const name of names.slice(0, 3)) {
      expect(longhand([name, '--help']).out).toContain(`longhand [--library DIR] [--json] ${name}`)
    }
    expect(existsSync(library)).toBe(false)
  }, 60_000)
})

describe('what goes wrong', () => {
  it('ends with 2 for usage, with the usage on standard error, before anything is opened', () => {
    const run = longhand(['list', '--nothing'])
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
      expect(json(args), args.join(' ')).toMatchObject({ code: 2, value: { error: { code: 'usage' } } })
    }
    expect(existsSync(library)).toBe(false)
  })

  it('ends with 1 for a failure, one JSON document with its code, and a sentence', () => {
    longhand(['new', '--title', 'A'])
    const cases: [string[], string][] = [
      [['show', 'none'], 'not-found'],
      [['set', 'a', 'slug=../../etc/passwd'], 'bad-input'],
      [['set', 'a', 'date=tomorrow'], 'bad-input'],
      [['new', '--title', 'B', '--date', '2026-02-30'], 'bad-input'],
      [['edit', 'a', '--body', 'none.md'], 'not-found'],
      [['import', 'none'], 'not-found'],
      [['site', 'baseUrl=ftp://example.org'], 'bad-input'],
    ]
    for (const [args, code] of cases) {
      const run = json(args)
      expect([run.code, run.value.error.code], args.join(' ')).toEqual([1, code])
      expect(run.error).toContain(run.value.error.message)
    }
    expect(json(['list']).value).toHaveLength(1)
  }, 60_000)

  it('refuses what is no library, and leaves it as it is', () => {
    expect(json(['list'])).toMatchObject({ code: 1, value: { error: { code: 'not-a-library' } } })
    expect(existsSync(library)).toBe(false)
    write('library/notes.txt', 'mine')
    for (const args of [['list'], ['new', '--title', 'A'], ['import', '.']]) {
      expect(json(args)).toMatchObject({ code: 1, value: { error: { code: 'not-a-library' } } })
    }
    expect(readdirSync(library)).toEqual(['notes.txt'])
  }, 60_000)

  it('refuses a library of a newer version, and a damaged one, untouched', () => {
    longhand(['new', '--title', 'A'])
    const file = join(library, 'library.sqlite')
    const db = new Database(file)
    db.pragma('user_version = 999')
    db.close()
    const newer = readFileSync(file)
    expect(json(['list'])).toMatchObject({ code: 1, value: { error: { code: 'newer-library' } } })
    expect(readFileSync(file).equals(newer)).toBe(true)
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)]))
    const damaged = readFileSync(file)
    const run = json(['list'])
    expect(run).toMatchObject({ code: 1, value: { error: { code: 'corrupt-library' } } })
    expect(run.value.error.message).toContain(library)
    expect(readFileSync(file).equals(damaged)).toBe(true)
  }, 60_000)

  it('verifies with 1 when something is damaged', () => {
    longhand(['new', '--title', 'A'])
    const db = new Database(join(library, 'library.sqlite'))
    db.exec("UPDATE posts SET title = 'Changed behind its back'")
    db.close()
    const run = json(['verify'])
    expect(run).toMatchObject({ code: 1, value: { ok: false, posts: 1 } })
    expect(run.value.problems).not.toEqual([])
  }, 60_000)

  it('keeps a folder that is not a site of ours, unless --force is given', () => {
    longhand(['new', '--title', 'A', '--publish'])
    write('site/mine.txt', 'mine')
    expect(json(['export', '--out', 'site'])).toMatchObject({
      code: 1,
      value: { error: { code: 'not-our-folder' } },
    })
    expect(readdirSync(join(folder, 'site'))).toEqual(['mine.txt'])
    expect(json(['export', '--out', 'site', '--force'])).toMatchObject({ code: 0 })
    expect(existsSync(join(folder, 'site/index.html'))).toBe(true)
  }, 60_000)
})

describe('the process', () => {
  const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find(
    (node) =>
      existsSync(node) && /^v(?:1\d|20)\./.test(execFileSync(node, ['--version'], { encoding: 'utf8' })),
  )

  it('finds the Node that can open a library when it is started by an older one', () => {
    // Where no older Node is installed, the one beside the program starts itself.
    const node = oldNode ?? process.execPath
    const run = spawnSync(node, [program, '--library', library, '--json', 'new', '--title', 'A'], {
      encoding: 'utf8',
    })
    expect(run.status).toBe(0)
    expect(JSON.parse(run.stdout)).toMatchObject({ slug: 'a' })
    expect(spawnSync(node, [program, 'nothing'], { encoding: 'utf8' }).status).toBe(2)
  }, 60_000)

  it('begins with a line that lets a shell run it', () => {
    expect(readFileSync(program, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node')
  })

  it('is no failure when nobody reads on', () => {
    for (let n = 0; n < 3; n++) longhand(['new', '--title', `Post ${n}`])
    const script = `"${process.execPath}" "${program}" --library "${library}" --json list | head -c 10; echo " \${PIPESTATUS[0]}"`
    expect(spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout).toMatch(/ 0\n$/)
  }, 60_000)

  it('stops an import at Ctrl-C, keeps what had come in, and ends with 130', async () => {
    for (let n = 0; n < 1500; n++) write(`posts/post-${n}.md`, `---\ntitle: Post ${n}\n---\n\nText.\n`)
    const child = spawn(process.execPath, [program, '--library', library, '--json', 'import', 'posts'], {
      cwd: folder,
    })
    const texts = collect(child)
    await until(() => texts.error().includes('Importing posts'))
    child.kill('SIGINT')
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, JSON.parse(texts.out()).error.code]).toEqual([130, 'cancelled'])
    const { value } = json(['verify'])
    expect(value).toMatchObject({ ok: true })
    expect(value.posts).toBeLessThan(1500)
    expect(json(['import', 'posts']).value).toMatchObject({
      imported: 1500 - value.posts,
      unchanged: value.posts,
    })
  }, 120_000)

  it('serves the app until Ctrl-C, and only to who knows the token', async () => {
    const child = spawn(process.execPath, [program, '--library', library, '--json', 'serve', '--port', '0'])
    const texts = collect(child)
    await until(() => texts.out().includes('}'))
    const { url } = JSON.parse(texts.out()) as { url: string }
    expect((await fetch(new URL('/', url))).status).toBe(403)
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303)
    child.kill('SIGINT')
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
    // A library that was born with a screen has the starter posts.
    expect(json(['list']).value.length).toBe(6)
  }, 60_000)
})

function collect(child: ChildProcess) {
  const out: Buffer[] = []
  const error: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => error.push(chunk))
  return { out: () => Buffer.concat(out).toString(), error: () => Buffer.concat(error).toString() }
}

async function until(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 30_000
  while (!isTrue()) {
    if (Date.now() > end) throw new Error('waited 30 s in vain')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
