import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCommandLine, type TestCommandLine } from './test-command-line'

let folder: string
let command: TestCommandLine

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-theme-'))
  command = createTestCommandLine(join(folder, 'library'))
  await command.run('site', 'title=Themes')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('themes on the command line', () => {
  it('are begun, listed, chosen and checked', async () => {
    const own = join(folder, 'library', 'themes', 'mine')
    expect((await command.json('theme', 'new', 'mine', '--from', 'column')).value).toEqual({
      name: 'mine',
      from: 'column',
      folder: own,
    })
    await command.run('site', 'theme=mine')
    expect((await command.json('theme', 'list')).value).toMatchObject([
      { name: 'broadsheet', isOwn: false, isChosen: false },
      { name: 'column', isOwn: false, isChosen: false },
      { name: 'mine', isOwn: true, isChosen: true },
    ])
    expect(await command.run('theme', 'check')).toMatchObject({
      code: 0,
      out: 'Nothing is wrong with mine.\n',
    })
    writeFileSync(join(own, 'layouts', 'partials', 'bottom.liquid'), '\n{{ words.nonsense }}')
    const broken = await command.run('theme', 'check', 'mine')
    expect(broken.code).toBe(1)
    expect(broken.out).toContain('error: layouts/partials/bottom.liquid:2: There is no “words.nonsense”')
  })

  it.each([
    ['theme'],
    ['theme', 'paint'],
    ['theme', 'new'],
    ['theme', 'list', 'x'],
    ['theme', 'check', '--from', 'column'],
  ])('%s %s is told what it takes', async (...words) => {
    expect((await command.run(...words)).code).toBe(2)
  })
})
