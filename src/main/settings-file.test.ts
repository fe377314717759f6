import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSettings, writeSettings } from './settings-file'

const folder = mkdtempSync(join(tmpdir(), 'longhand-settings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const window = { x: 1, y: 2, width: 800, height: 600, isMaximized: false, isFullScreen: true }

describe('settings', () => {
  it('come back as they were written, one by one', () => {
    const file = join(folder, 'deep', 'settings.json')
    writeSettings(file, { library: '/a' })
    writeSettings(file, { window })
    expect(readSettings(file)).toEqual({ library: '/a', window })
    expect(readdirSync(join(folder, 'deep'))).toEqual(['settings.json'])
  })

  it.each([
    ['nothing', undefined, {}],
    ['half a file', '{"library": "/a', {}],
    ['a list', '[1]', {}],
    ['a window of the wrong shape', '{"library": "/a", "window": {"x": "left"}}', { library: '/a' }],
    ['a window beyond all displays', '{"window": {"x": 1e99}}', {}],
  ])('read %s as far as it goes', (_what, content, expected) => {
    const file = join(folder, 'other.json')
    if (content !== undefined) writeFileSync(file, content)
    expect(readSettings(file)).toEqual(expected)
  })
})
