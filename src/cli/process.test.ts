/** @module-tag thorough */
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

const placed = (arg: string) => (arg.startsWith('./') ? join(folder, arg) : arg)

/** Runs a command as scripts do, in a process of its own. */
function spawned(args: readonly string[], options: { node?: string; input?: string } = {}): Run {
  const { node = process.execPath, input = '' } = options
  const result = spawnSync(node, [program, '--library', library, ...args.map(placed)], {
    input,
    encoding: 'utf8',
  })
  return { code: result.status, out: result.stdout, error: result.stderr }
}

/** Runs with `--json` and reads the one document that standard output has to be. */
function json(args: readonly string[], input = '') {
  const run = spawned(['--json', ...args], { input })
  return { ...run, value: JSON.parse(run.out) }
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}

describe('the program', () => {
  it('takes text from standard input, and exports what is published', () => {
    const created = json(['new', '--title', 'One: a (first) post', '--body', '-', '--publish'], '# Hi\r\n')
    expect(created.value).toMatchObject({ slug: 'one-a-first-post', words: 1 })
    expect(spawned(['show', 'one-a-first-post']).out).toBe('# Hi\n')
    spawned(['new', '--title', 'Two'])

    const exported = json(['export', '--out', './site'])
    expect(exported.value).toMatchObject({ unchanged: 0, removed: 0 })
    for (const name of ['pages', 'written', 'bytes', 'ms']) expect(exported.value[name]).toBeGreaterThan(0)
    expect(readFileSync(join(folder, 'site/posts/one-a-first-post/index.html'), 'utf8')).toContain(
      'One: a (first) post',
    )
    expect(existsSync(join(folder, 'site/posts/two'))).toBe(false)
    expect(json(['export', '--out', './site']).value).toMatchObject({ written: 0, removed: 0 })
  }, 60_000)

  it('keeps a folder that is not a site of ours, unless --force is given', () => {
    spawned(['new', '--title', 'A', '--publish'])
    write('site/mine.txt', 'mine')
    expect(json(['export', '--out', './site'])).toMatchObject({
      code: 1,
      value: { error: { code: 'not-our-folder' } },
    })
    expect(readdirSync(join(folder, 'site'))).toEqual(['mine.txt'])
    expect(json(['export', '--out', './site', '--force'])).toMatchObject({ code: 0 })
    expect(existsSync(join(folder, 'site/index.html'))).toBe(true)
  }, 60_000)
})

describe('the process', () => {
  const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find(
    (node) =>
      existsSync(node) && /^v(?:1\d|20)\./.test(execFileSync(node, ['--version'], { encoding: 'utf8' })),
  )

  it('finds the Node that can open a library when it is started by an older one', async () => {
    // Where no older Node is installed, the one beside the program starts itself.
    const node = oldNode ?? process.execPath
    const run = spawnSync(node, [program, '--library', library, '--json', 'new', '--title', 'A'], {
      encoding: 'utf8',
    })
    expect(run.status).toBe(0)
    expect(JSON.parse(run.stdout)).toMatchObject({ slug: 'a' })
    expect(spawnSync(node, [program, 'nothing'], { encoding: 'utf8' }).status).toBe(2)
  }, 60_000)

  it('begins with a line that lets a shell run it', async () => {
    expect(readFileSync(program, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node')
  })

  it('is no failure when nobody reads on', async () => {
    for (let n = 0; n < 3; n++) spawned(['new', '--title', `Post ${n}`])
    const script = `"${process.execPath}" "${program}" --library "${library}" --json list | head -c 10; echo " \${PIPESTATUS[0]}"`
    expect(spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout).toMatch(/ 0\n$/)
  }, 60_000)

  it('stops an import at Ctrl-C, keeps what had come in, and ends with 130', async () => {
    for (let n = 0; n < 1500; n++) write(`posts/post-${n}.md`, `---\ntitle: Post ${n}\n---\n\nText.\n`)
    const child = spawn(
      oldNode ?? process.execPath,
      [program, '--library', library, '--json', 'import', 'posts'],
      {
        cwd: folder,
      },
    )
    const texts = collect(child)
    await until(() => texts.error().includes('Importing posts'))
    child.kill('SIGINT')
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, JSON.parse(texts.out()).error.code]).toEqual([130, 'cancelled'])
    const { value } = json(['verify'])
    expect(value).toMatchObject({ ok: true })
    expect(value.posts).toBeLessThan(1500)
    expect(json(['import', './posts']).value).toMatchObject({
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
