import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../index'
import { listBackups, nameBackup, readName } from './backup-file'
import { checkFile } from './check-file'
import { restoreFolder } from './restore-folder'
import { writeBackup } from './write-backup'

let folder: string
let library: Library

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-backup-'))
  library = openLibrary(join(folder, 'library'), { create: true })
  mkdirSync(join(folder, 'backups'))
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

const job = (originals: 'inside' | 'beside', name = 'one.sqlite') => ({
  libraryPath: library.path,
  file: join(folder, 'backups', name),
  kind: 'manual' as const,
  at: 1000,
  originals,
})
const large = () => Buffer.alloc(2_500_000, 'original ')

describe('a backup', () => {
  it.each(['inside', 'beside'] as const)(
    'with its originals %s gives the same library back, under another device id',
    async (originals) => {
      const asset = library.addAsset(large(), 'notes.txt')
      const { id } = library.createPost({ title: 'Kept', body: `![](${asset.path})`, tags: ['a'] })
      library.setBody(id, `![](${asset.path}) and more`)
      library.history.mark(id, 'marked')
      const made = await writeBackup(job(originals))
      expect(made).toMatchObject({ posts: 1, warnings: [] })
      library.setBody(id, 'written after the backup')

      const restored = await restoreFolder(made.file, join(folder, 'again'))
      expect(restored).toEqual({ path: join(folder, 'again'), posts: 1, warnings: [] })
      const again = openLibrary(join(folder, 'again'))
      expect(again.post(id)?.body).toBe(`![](${asset.path}) and more`)
      expect(again.history.list(id).map(({ name }) => name)).toContain('marked')
      expect(readFileSync(again.assetFile(asset)).equals(large())).toBe(true)
      expect(again.device).not.toBe(library.device)
      expect(again.verify()).toEqual({ ok: true, posts: 1, problems: [] })
      again.close()
    },
  )

  it('taken while one writes holds everything acknowledged before it began, and is whole', async () => {
    const { id } = library.createPost({ title: 'Busy' })
    for (let index = 0; index < 200; index++) library.setBody(id, 'x'.repeat(index * 20))
    const before = library.openDraft(id).seq
    let isDone = false
    const making = writeBackup(job('beside'), {
      onProgress: () => library.setBody(id, `${Math.random()}`),
    }).finally(() => {
      isDone = true
    })
    while (!isDone) {
      library.setBody(id, `${Math.random()}`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { file } = await making
    expect(checkFile(file).problems).toEqual([])
    await restoreFolder(file, join(folder, 'again'))
    const again = openLibrary(join(folder, 'again'))
    expect(again.openDraft(id).seq).toBe(before)
    again.close()
  })

  it('is one file: nothing stays beside it but the originals', async () => {
    await writeBackup(job('beside'))
    await writeBackup(job('inside', 'two.sqlite'))
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual(['assets', 'one.sqlite', 'two.sqlite'])
  })

  it('that is cancelled, or can’t be made, leaves the one before it', async () => {
    await writeBackup(job('beside'))
    const before = readFileSync(job('beside').file)
    await expect(writeBackup(job('beside'), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(readFileSync(job('beside').file).equals(before)).toBe(true)
    rmSync(join(folder, 'backups'), { recursive: true })
    await expect(writeBackup(job('beside'))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of a library with a damaged update does not count', async () => {
    const { id } = library.createPost({
      title: 'Damaged',
      body: 'a text that will be changed behind its back',
    })
    library.close()
    const file = join(library.path, 'library.sqlite')
    const bytes = readFileSync(file)
    let at = bytes.indexOf('a text that will be changed')
    while (at !== -1) {
      bytes[at] = 'A'.charCodeAt(0)
      at = bytes.indexOf('a text that will be changed', at)
    }
    writeFileSync(file, bytes)
    library = openLibrary(library.path)
    await expect(writeBackup(job('inside'))).rejects.toThrow(id)
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  it('names an original that the library itself has lost', async () => {
    const asset = library.addAsset(Buffer.from('gone'), 'gone.txt')
    rmSync(library.assetFile(asset))
    const { warnings, file } = await writeBackup(job('inside'))
    expect(warnings).toEqual([expect.stringContaining(asset.path)])
    const { warnings: again } = await restoreFolder(file, join(folder, 'again'))
    expect(again).toEqual([expect.stringContaining(asset.path)])
  })
})

describe('restoring into a folder', () => {
  it('refuses one that is not empty, and fills an empty one', async () => {
    const { file } = await writeBackup(job('inside'))
    await expect(restoreFolder(file, library.path)).rejects.toMatchObject({ code: 'bad-input' })
    mkdirSync(join(folder, 'empty'))
    await restoreFolder(file, join(folder, 'empty'))
    expect(existsSync(join(folder, 'empty', 'library.sqlite'))).toBe(true)
  })

  it('refuses what is no backup or a damaged one, and leaves nothing behind', async () => {
    const { id } = library.createPost({ title: 'Long', body: 'text '.repeat(20_000) })
    expect(id).toBeTruthy()
    const { file, size } = await writeBackup(job('inside'))
    const target = join(folder, 'target')
    writeFileSync(join(folder, 'letter.txt'), 'Dear reader,')
    await expect(restoreFolder(join(folder, 'letter.txt'), target)).rejects.toMatchObject({
      code: 'corrupt-library',
    })
    await expect(restoreFolder(join(folder, 'none'), target)).rejects.toMatchObject({ code: 'not-found' })
    truncateSync(file, size - 8192)
    await expect(restoreFolder(file, target)).rejects.toMatchObject({ code: 'corrupt-library' })
    expect(readdirSync(folder).sort()).toEqual(['backups', 'letter.txt', 'library'])
  })
})

describe('a list of backups', () => {
  it('shows those of this library, newest first, and which are cut short', async () => {
    const backups = join(folder, 'backups')
    const times = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2, 3, 4, 5, 6)]
    for (const at of times) {
      await writeBackup({ ...job('beside', nameBackup('0123abcd', at, 'daily')), at, kind: 'daily' })
    }
    writeFileSync(join(backups, nameBackup('ffffffff', 1, 'daily')), 'of another library')
    truncateSync(join(backups, nameBackup('0123abcd', times[0] ?? 0, 'daily')), 50_000)
    expect(listBackups(backups, '0123abcd')).toMatchObject([
      { at: times[1], kind: 'daily', posts: 0, ok: true },
      { at: times[0], kind: 'daily', ok: false, size: 50_000 },
    ])
    expect(listBackups(join(folder, 'nowhere'), '0123abcd')).toEqual([])
    expect(readName('notes.sqlite')).toBeUndefined()
  })
})
