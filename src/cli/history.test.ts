import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCommandLine, type TestCommandLine } from './test-command-line'

let folder: string
let command: TestCommandLine

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-history-'))
  command = createTestCommandLine(join(folder, 'library'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const body = (text: string) => {
  const file = join(folder, 'body.md')
  writeFileSync(file, text)
  return file
}

describe('the history of a post on the command line', () => {
  it('lists versions, shows, compares and restores them', async () => {
    await command.run('new', '--title', 'Caches', '--body', body('one\ntwo\n'), '--publish')
    await command.run('edit', 'caches', '--body', body('one\n2\nthree\n'))
    await command.run('release', 'caches')
    await command.run('edit', 'caches', '--body', body('nothing\n'))
    const { value: versions } = await command.json('history', 'caches')
    expect(versions).toMatchObject([
      { id: 'now', kind: 'now', words: 1 },
      { kind: 'release', words: 3 },
      { kind: 'release', words: 2 },
    ])
    const released = versions[1].id as string
    expect((await command.run('show', 'caches', '--version', released)).out).toBe('one\n2\nthree\n')
    expect((await command.run('show', 'caches', '--version', 'released')).out).toBe('one\n2\nthree\n')
    const { out } = await command.run('diff', 'caches', released, 'now')
    expect(out).toContain('-one\n-2\n-three\n+nothing\n')
    const { value: words } = await command.json('diff', 'caches', released, 'now')
    expect(words.body).toContainEqual({ kind: 'inserted', text: 'nothing' })
    const { value: restored } = await command.json('restore', 'caches', released)
    expect(restored.post).toMatchObject({ body: 'one\n2\nthree\n', hasChanges: false })
    await command.run('restore', 'caches', restored.before)
    expect((await command.run('show', 'caches')).out).toBe('nothing\n')
  })

  it('shows a new address among the changes that wait, and none between versions', async () => {
    await command.run('new', '--title', 'Old', '--body', body('one\n'), '--publish')
    await command.run('set', 'old', 'slug=new')
    const difference = async (from: string) => (await command.json('diff', 'new', from, 'now')).value.fields
    expect(await difference('released')).toEqual([{ name: 'slug', from: 'old', to: 'new' }])
    const { value: versions } = await command.json('history', 'new')
    expect(await difference(versions.at(-1).id)).toEqual([])
  })

  it('says what is wrong with a version that is not there, and changes nothing', async () => {
    await command.run('new', '--title', 'Caches', '--body', body('one\n'))
    const run = await command.run('restore', 'caches', 'abc')
    expect(run).toMatchObject({ code: 2, error: expect.stringContaining('There is no version abc') })
    expect(await command.run('release', 'caches')).toMatchObject({
      code: 1,
      error: expect.stringContaining('is a draft'),
    })
    expect((await command.run('show', 'caches')).out).toBe('one\n')
  })
})
