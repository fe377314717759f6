import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCommandLine, type TestCommandLine } from '../test-command-line'

let folder: string
let longhand: TestCommandLine
const path = (name: string) => join(folder, name)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-backup-command-'))
  longhand = createTestCommandLine(path('library'))
  await longhand.run('new', '--title', 'One')
  await longhand.run('new', '--title', 'Two')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('backup and restore', () => {
  it('make one file of a library, and a library of that file', async () => {
    const made = await longhand.json('backup', path('all.longhand'))
    expect(made).toMatchObject({ code: 0, value: { file: path('all.longhand'), posts: 2, warnings: [] } })
    const restored = await longhand.json('restore', path('all.longhand'), '--to', path('again'))
    expect(restored).toMatchObject({ code: 0, value: { path: path('again'), posts: 2, warnings: [] } })
    const again = createTestCommandLine(path('again'))
    expect((await again.json('list')).value.map(({ title }: { title: string }) => title)).toEqual([
      'Two',
      'One',
    ])
    expect((await again.json('verify')).value.ok).toBe(true)
    // A backup that is there is replaced, anything else is not.
    expect((await longhand.json('backup', path('all.longhand'))).code).toBe(0)
    writeFileSync(path('letter.txt'), 'Dear reader,')
    const refused = await longhand.json('backup', path('letter.txt'))
    expect(refused).toMatchObject({ code: 1, value: { error: { code: 'bad-input' } } })
    expect(readFileSync(path('letter.txt'), 'utf8')).toBe('Dear reader,')
  })

  it('refuse a folder that is not empty, a file that is no backup, and half a command', async () => {
    await longhand.run('backup', path('all.longhand'))
    const refused = await longhand.json('restore', path('all.longhand'), '--to', path('library'))
    expect(refused).toMatchObject({ code: 1, value: { error: { code: 'bad-input' } } })
    const nowhere = await longhand.json('restore', path('none'), '--to', path('again'))
    expect(nowhere).toMatchObject({ code: 1, value: { error: { code: 'not-found' } } })
    expect(existsSync(path('again'))).toBe(false)
    expect((await longhand.run('restore', 'one')).code).toBe(2)
    expect((await longhand.run('restore', 'one', 'two', '--to', path('again'))).code).toBe(2)
  })
})

describe('verify --repair', () => {
  it('says that there is nothing to repair', async () => {
    expect(await longhand.json('verify', '--repair')).toEqual({
      code: 0,
      value: { ok: true, posts: 2, problems: [], repaired: [], setAside: null },
    })
  })

  it('reads a database that can’t be opened into a new one, and keeps the damaged files', async () => {
    const file = path('library/library.sqlite')
    const bytes = readFileSync(file)
    bytes.fill(0, 0, 4096)
    writeFileSync(file, bytes)
    const refused = await longhand.run('list')
    expect(refused.code).toBe(1)
    expect(refused.error).toContain('verify --repair')
    const { code, value } = await longhand.json('verify', '--repair')
    expect({ code, ...value }).toMatchObject({ code: 0, ok: true, posts: 2, problems: [] })
    expect(readdirSync(value.setAside)).toContain('library.sqlite')
    expect((await longhand.json('list')).value).toHaveLength(2)
  })

  it('refuses a folder that is no library', async () => {
    const other = createTestCommandLine(path('elsewhere'))
    expect(await other.json('verify', '--repair')).toMatchObject({
      code: 1,
      value: { error: { code: 'not-a-library' } },
    })
    expect(existsSync(path('elsewhere'))).toBe(false)
  })
})
