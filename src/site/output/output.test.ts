import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentsOf, temporaryFolder } from '../temporary-folder'
import { faultyDisk } from './faulty-disk'
import { exportError } from './file-errors'
import { diskOperations, type FileOperations } from './file-operations'
import { claim } from './lock'
import { manifestFile } from './manifest'
import { openOutput, recoverOutput } from './open-output'

type Site = Readonly<Record<string, string>>
const oldSite: Site = {
  'index.html': 'old front',
  'posts/a/index.html': 'a',
  'posts/gone/index.html': 'gone',
  'same.txt': 's',
}
const newSite: Site = {
  'index.html': 'new front',
  'posts/a/index.html': 'a2',
  'posts/b/index.html': 'b',
  'same.txt': 's',
}

interface Options {
  readonly files?: FileOperations
  readonly force?: boolean
  readonly libraryPath?: string
  readonly kept?: (file: string, as: string) => void
}

/** Exports as `exportSite` does, without rendering. */
async function write(out: string, site: Site, options: Options = {}) {
  const {
    files = diskOperations,
    force = false,
    libraryPath = '/nowhere/library',
    kept = () => undefined,
  } = options
  const output = await openOutput(out, { libraryPath, force, files, kept })
  try {
    const hashes = new Map<string, string>()
    const placed = []
    for (const [file, content] of Object.entries(site)) {
      const hash = createHash('sha256').update(content).digest('hex')
      hashes.set(file, hash)
      placed.push(await output.put({ kind: 'text', file, content }, hash))
    }
    const { removed } = await output.commit(hashes)
    return { removed, unchanged: placed.filter((what) => what === 'unchanged').length }
  } catch (error) {
    await output.discard()
    throw error
  }
}

/** What a reader of the folder gets, without the manifest. */
function siteIn(out: string): Site {
  const { [manifestFile]: manifest, ...site } = contentsOf(out)
  expect(manifest).toBeDefined()
  return site
}

const fill = (folder: string, files: Site) => {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
}

describe('a folder of a site', () => {
  it('is made with the folders above it, and nothing is left beside it', async () => {
    const folder = temporaryFolder()
    await write(join(folder, 'a/b/site'), oldSite)
    expect(siteIn(join(folder, 'a/b/site'))).toEqual(oldSite)
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['site'])
  })

  it('may be empty', async () => {
    const out = temporaryFolder()
    await write(out, oldSite)
    expect(siteIn(out)).toEqual(oldSite)
  })

  it('is brought up to date; what the site no longer has is removed with its folder', async () => {
    const out = join(temporaryFolder(), 'site')
    await write(out, oldSite)
    expect(await write(out, newSite)).toEqual({ removed: 1, unchanged: 1 })
    expect(siteIn(out)).toEqual(newSite)
    expect(existsSync(join(out, 'posts/gone'))).toBe(false)
  })

  it('is not touched when nothing changed', async () => {
    const out = join(temporaryFolder(), 'site')
    await write(out, oldSite)
    const disk = faultyDisk(0, 'dies')
    expect(await write(out, oldSite, { files: disk.operations })).toEqual({ removed: 0, unchanged: 4 })
    expect(contentsOf(out)).toEqual({ ...oldSite, [manifestFile]: expect.any(String) })
  })

  it('gets back what somebody changed in it', async () => {
    const out = join(temporaryFolder(), 'site')
    await write(out, oldSite)
    fill(out, { 'index.html': 'new frond' })
    expect(await write(out, oldSite)).toEqual({ removed: 0, unchanged: 3 })
    expect(siteIn(out)).toEqual(oldSite)
  })

  it('keeps the files of others, beside the page when they are in its way', async () => {
    const out = temporaryFolder()
    fill(out, { CNAME: 'example.org', 'index.html': 'mine' })
    const kept: string[] = []
    await write(out, oldSite, { force: true, kept: (file, as) => kept.push(file, as) })
    await write(out, newSite)
    expect(kept).toEqual(['index.html', expect.stringMatching(/^index\.html\.kept-[0-9a-f]{8}$/)])
    expect(siteIn(out)).toEqual({ ...newSite, CNAME: 'example.org', [kept[1] ?? '']: 'mine' })
  })
})

describe('a folder that is refused', () => {
  it('holds something else', async () => {
    const out = temporaryFolder()
    fill(out, { 'thesis.txt': 'years of work' })
    await expect(write(out, newSite)).rejects.toMatchObject({ code: 'not-our-folder' })
    expect(contentsOf(out)).toEqual({ 'thesis.txt': 'years of work' })
  })

  it('holds a manifest that leads out of it', async () => {
    const out = join(temporaryFolder(), 'site')
    const files = { '../../precious': 'a'.repeat(64) }
    fill(out, { [manifestFile]: JSON.stringify({ kind: 'longhand-site', version: 1, files }) })
    await expect(write(out, newSite)).rejects.toMatchObject({ code: 'not-our-folder' })
  })

  it('is the library, inside it, or around it', async () => {
    const folder = temporaryFolder()
    const libraryPath = join(folder, 'library')
    mkdirSync(libraryPath)
    symlinkSync(libraryPath, join(folder, 'link'))
    for (const out of [libraryPath, join(libraryPath, 'site'), folder, join(folder, 'link', 'x', 'y')]) {
      await expect(write(out, newSite, { libraryPath, force: true })).rejects.toMatchObject({
        code: 'bad-input',
      })
    }
    expect(contentsOf(folder)).toEqual({ 'library/': '', 'link/': '' })
  })

  it('is the root or the home folder', async () => {
    for (const out of ['/', homedir()]) {
      await expect(write(out, newSite, { force: true })).rejects.toMatchObject({ code: 'bad-input' })
    }
  })

  it('is a file', async () => {
    const folder = temporaryFolder()
    fill(folder, { file: 'x' })
    await expect(write(join(folder, 'file'), newSite)).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('would lead a page through a link to somewhere else', async () => {
    const folder = temporaryFolder()
    const out = join(folder, 'site')
    fill(folder, { 'elsewhere/x': 'x', 'site/y': 'y' })
    symlinkSync(join(folder, 'elsewhere'), join(out, 'posts'))
    await expect(write(out, newSite, { force: true })).rejects.toMatchObject({ code: 'not-our-folder' })
    expect(contentsOf(join(folder, 'elsewhere'))).toEqual({ x: 'x' })
    expect(readdirSync(out).sort()).toEqual(['posts', 'y'])
  })

  it('is in use by another export', async () => {
    const out = join(temporaryFolder(), 'site')
    await write(out, oldSite)
    await claim(join(out, '.longhand-export'), diskOperations)
    await expect(write(out, newSite)).rejects.toMatchObject({ code: 'busy' })
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old front')
  })
})

const kinds = [
  { name: 'a missing folder', prepare: async () => undefined, before: null },
  {
    name: 'an empty folder',
    prepare: async (out: string) => mkdirSync(out, { recursive: true }),
    before: {},
  },
  { name: 'an older site', prepare: (out: string) => write(out, oldSite), before: oldSite },
  {
    name: 'a folder of others',
    prepare: async (out: string) => fill(out, { 'index.html': 'mine', 'a/b': 'c' }),
    before: { 'index.html': 'mine', 'a/b': 'c' },
  },
]

const state = (out: string) => {
  if (!existsSync(out)) return null
  const { [manifestFile]: _, ...files } = contentsOf(out)
  return files
}

describe.each(kinds)('an export into $name', ({ prepare, before }) => {
  const run = async (out: string, files: FileOperations) => write(out, newSite, { files, force: true })

  it('that dies at any change is completed or undone by the next, which then succeeds', async () => {
    const total = await changesOf(prepare, run)
    for (let n = 1; n <= total; n++) {
      const out = join(temporaryFolder(), 'parent/site')
      await prepare(out)
      await run(out, faultyDisk(n, 'dies').operations).catch(() => undefined)
      forgetLocks(out)
      await recoverOutput(out, diskOperations)
      const recovered = state(out)
      const isOld = JSON.stringify(recovered ?? {}) === JSON.stringify(sorted(before ?? {}))
      if (!isOld) expect(normalise(recovered), `after change ${n} of ${total}`).toEqual(newSite)
      await run(out, diskOperations)
      expect(normalise(state(out))).toEqual(newSite)
      expect(readdirSync(dirname(out))).toEqual(['site'])
    }
  })

  it('that fails at any change leaves what was there, without a trace', async () => {
    const total = await changesOf(prepare, run)
    let failures = 0
    for (let n = 1; n <= total; n++) {
      const out = join(temporaryFolder(), 'parent/site')
      await prepare(out)
      const existed = existsSync(dirname(out))
      const failure = await run(out, faultyDisk(n, 'ENOSPC').operations).catch((error: unknown) => error)
      if (failure instanceof Error) {
        failures++
        expect(exportError(failure, out).code, `change ${n} of ${total}`).toBe('disk-full')
        expect(state(out) ?? {}, `after change ${n} of ${total}`).toEqual(sorted(before ?? {}))
        expect(existsSync(dirname(out)), `after change ${n} of ${total}`).toBe(existed)
      } else {
        await recoverOutput(out, diskOperations)
        expect(normalise(state(out))).toEqual(newSite)
      }
    }
    expect(failures).toBeGreaterThan(5)
  })
})

async function changesOf(
  prepare: (out: string) => Promise<unknown>,
  run: (out: string, files: FileOperations) => Promise<unknown>,
) {
  const out = join(temporaryFolder(), 'parent/site')
  await prepare(out)
  const disk = faultyDisk(0, 'dies')
  await run(out, disk.operations)
  return disk.count()
}

/** This process is the one that died: in the real world its number would be another's by now. */
function forgetLocks(out: string) {
  for (const work of [join(out, '.longhand-export'), join(dirname(out), '.site.longhand-export')]) {
    const lock = join(work, 'lock')
    if (existsSync(lock)) writeFileSync(lock, JSON.stringify({ pid: process.pid, since: 1, thread: 0 }))
  }
}

const sorted = (site: Site) => Object.fromEntries(Object.entries(site).sort())

/** Without what others have in the folder. */
function normalise(site: Site | null): Site {
  return Object.fromEntries(
    Object.entries(site ?? {}).filter(([file]) => file !== 'a/b' && !file.includes('.kept-')),
  )
}
