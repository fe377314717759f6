import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../run'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-assets-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function longhand(...args: string[]): Promise<string> {
  let printed = ''
  await run(args, {
    out: { write: (text) => (printed += text) },
    error: { write: () => true },
    version: '1.2.3',
    opening: {
      resources: join(import.meta.dirname, '../../../resources'),
      siteWorker: join(folder, 'none.js'),
      shell: 'browser',
      version: '1.2.3',
      log: { info: () => undefined, error: () => undefined },
    },
    libraryPath: () => join(folder, 'library'),
    onInterrupt: () => () => undefined,
  })
  return printed
}

describe('assets', () => {
  it('lists each file with the posts that use it, and those that none does', async () => {
    writeFileSync(join(folder, 'a.svg'), '<svg xmlns="x" width="4" height="3"></svg>')
    writeFileSync(join(folder, 'one.md'), '# One\n\n![](a.svg)\n')
    await longhand('import', folder)
    const [item] = JSON.parse(await longhand('--json', 'assets'))
    expect(item).toMatchObject({
      path: expect.stringMatching(/^media\/a-[0-9a-f]{12}\.svg$/),
      type: 'image/svg+xml',
      width: 4,
      height: 3,
      uses: [{ title: 'One', missingAlt: 1, isTrashed: false }],
    })
    expect(await longhand('assets')).toBe(`1 post  ${item.size}  4x3  ${item.path}\n`)
    expect(await longhand('assets', '--unused')).toBe('')
    writeFileSync(join(folder, 'body.md'), 'Nothing.\n')
    await longhand('edit', 'one', '--body', join(folder, 'body.md'))
    expect(JSON.parse(await longhand('--json', 'assets', '--unused'))).toEqual([]) // the site shows it still
    await longhand('release', 'one')
    expect(JSON.parse(await longhand('--json', 'assets', '--unused'))).toMatchObject([
      { path: item.path, uses: [] },
    ])
  }, 60_000)
})
