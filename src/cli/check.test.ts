import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCommandLine, type TestCommandLine } from './test-command-line'

let folder: string
let command: TestCommandLine

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-check-'))
  command = createTestCommandLine(join(folder, 'library'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function write(title: string, body: string, ...more: string[]) {
  const file = join(folder, 'body.md')
  writeFileSync(file, body)
  await command.run('new', '--title', title, '--body', file, '--summary', 'About it.', ...more)
}

describe('longhand check', () => {
  it('names what is wrong post by post, with its line and what to do, and fails', async () => {
    await command.run('site', 'baseUrl=https://example.org')
    await write('Draft', '[gone](gone.md)')
    await write('First', '## A\n\n[gone](gone.md)\n\n#### B\n\n[soon](draft.md#a)\n', '--publish')
    const { code, out } = await command.run('check')
    expect(code).toBe(1)
    expect(out).toBe(
      [
        'First (first)',
        '  error    line 3: It links to “gone.md”, which isn’t on the site; readers see the text without the link.',
        '           Correct the address, or take the link out.',
        '  error    line 7: It links to the draft “Draft”; readers see the text without the link.',
        '           Publish “Draft”, or take the link out.',
        '  warning  line 5: The heading “B” skips from level 2 to level 4.',
        '           Write it with ###.',
        '',
        '2 errors, 1 warning, 0 notes.',
        '',
      ].join('\n'),
    )
  })

  it('checks one post as it reads now, released or not', async () => {
    await write('Draft', 'Text\n\n[gone](gone.md)')
    const { code, value } = await command.json('check', 'draft')
    expect(code).toBe(1)
    expect(value).toMatchObject({
      errors: 1,
      warnings: 0,
      notes: 0,
      findings: [{ code: 'dead-link', severity: 'error', line: 3, post: { slug: 'draft', title: 'Draft' } }],
    })
    expect((await command.run('check', 'nobody')).code).toBe(1)
  })

  it('fails for a warning only with --strict, and never for a note', async () => {
    await command.run('site', 'baseUrl=https://example.org')
    await write('First', '[plain](http://example.com/)', '--publish')
    expect((await command.run('check', '--strict')).code).toBe(0)
    await command.run('site', 'baseUrl=')
    expect((await command.run('check')).code).toBe(0)
    expect((await command.run('check', '--strict')).code).toBe(1)
  })

  it('counts notes where there are many, and lists them with --notes', async () => {
    await command.run('site', 'baseUrl=https://example.org')
    const links = Array.from({ length: 21 }, (_, n) => `http://example.com/${n}`)
    await write('First', links.join('\n\n'), '--publish')
    expect((await command.run('check')).out).toBe('0 errors, 0 warnings, 21 notes (--notes lists them).\n')
    const { out } = await command.run('check', '--notes')
    expect(out).toContain('line 41: It links to http://example.com/20')
    expect((await command.json('check')).value.findings).toHaveLength(21)
  })

  it('says that there is nothing to put right', async () => {
    await command.run('site', 'baseUrl=https://example.org')
    await write('First', 'Text', '--publish')
    const { code, out } = await command.run('check')
    expect([code, out]).toEqual([0, 'Nothing to put right.\n'])
    expect((await command.json('check')).value).toMatchObject({ errors: 0, findings: [] })
  })
})
