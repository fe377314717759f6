import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCommandLine, type TestCommandLine } from './test-command-line'

let folder: string
let command: TestCommandLine

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-tags-'))
  command = createTestCommandLine(join(folder, 'library'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('tags on the command line', () => {
  it('are listed, described, renamed and removed', async () => {
    await command.run('new', '--title', 'A', '--tag', 'js', '--tag', 'web')
    await command.run('new', '--title', 'B', '--tag', 'javascript')
    await command.run('tags', 'describe', 'js', 'The language of the web')
    expect((await command.json('tags', 'rename', 'js', 'javascript')).value).toEqual({ changed: 1 })
    expect((await command.json('tags')).value).toEqual([
      { name: 'javascript', count: 2, description: 'The language of the web' },
      { name: 'web', count: 1, description: '' },
    ])
    expect((await command.run('tags', 'remove', 'web')).out).toBe('Removed from 1 post\n')
    expect((await command.run('tags', 'remove', 'web')).code).toBe(1)
    expect((await command.run('tags', 'rename', 'web')).code).toBe(2)
  })

  it('series and pages are set and taken away', async () => {
    await command.run('new', '--title', 'About', '--page', '--series', 'Caches')
    expect((await command.json('show', 'about')).value).toMatchObject({ kind: 'page', series: 'Caches' })
    await command.run('new', '--title', 'Post')
    expect((await command.json('list', '--kind', 'page')).value).toMatchObject([{ title: 'About' }])
    expect((await command.json('list', '--kind', 'post')).value).toMatchObject([{ title: 'Post' }])
    expect((await command.run('list', '--kind', 'book')).code).toBe(2)
    await command.run('set', 'about', 'kind=post', 'series=')
    expect((await command.json('show', 'about')).value).toMatchObject({ kind: 'post', series: null })
    expect((await command.run('set', 'about', 'kind=book')).code).toBe(2)
  })
})
