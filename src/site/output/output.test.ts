import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { contentsOf, temporaryFolder } from '../temporary-folder'
import { faultyDisk } from './faulty-disk'
import { diskOperations } from './file-operations'
import { claim } from './lock'
import { manifestFile } from './manifest'
import { fill, newSite, oldSite, type Site, write } from './sample-site'

/** What a reader of the folder gets, without the manifest. */
function siteIn(out: string): Site {
  const { [manifestFile]: manifest, ...site } = contentsOf(out)
  expect(manifest).toBeDefined()
  return site
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

  it('holds the journal of a switch that leads through a link to somewhere else', async () => {
    const folder = temporaryFolder()
    const out = join(folder, 'site')
    const move = { number: 0, file: 'posts/x', replaces: true, keepAs: null }
    const journal = { version: 1, moves: [move], removes: [{ number: 1, file: 'posts/y' }] }
    for (const name of ['journal.json', 'undo.json']) {
      fill(folder, { 'elsewhere/x': 'x', 'elsewhere/y': 'y' })
      fill(out, {
        [`.longhand-export/${name}`]: JSON.stringify(journal),
        '.longhand-export/staged/0': 'foreign',
        '.longhand-export/old/0': 'foreign',
      })
      symlinkSync(join(folder, 'elsewhere'), join(out, 'posts'))
      // Twice: a refusal leaves no lock behind.
      for (const _ of [1, 2]) {
        await expect(write(out, newSite)).rejects.toMatchObject({ code: 'not-our-folder' })
      }
      expect(contentsOf(join(folder, 'elsewhere'))).toEqual({ x: 'x', y: 'y' })
      rmSync(folder, { recursive: true })
    }
  })

  afterEach(() => void vi.useRealTimers())
  it.each([
    ['the clock goes on', 0],
    ['the machine slept meanwhile', 3_600_000],
    ['the clock was put back', -86_400_000],
  ])('is in use by another export, though %s', async (_, ms) => {
    const out = join(temporaryFolder(), 'site')
    await write(out, oldSite)
    await claim(join(out, '.longhand-export'), diskOperations)
    vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] })
    await expect(write(out, newSite)).rejects.toMatchObject({ code: 'busy' })
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old front')
  })
})
