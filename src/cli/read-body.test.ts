import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBody } from './read-body'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-body-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('readBody', () => {
  it('reads UTF-8 without a byte order mark, with \\n between lines', () => {
    writeFileSync(join(folder, 'a.md'), '\ufeffOne\r\nTwö 🌱\rThree\n')
    expect(readBody(join(folder, 'a.md'))).toBe('One\nTwö 🌱\nThree\n')
  })

  it('says what is wrong with a file that can’t be read as text', () => {
    writeFileSync(join(folder, 'latin1.md'), Buffer.from([0xe9]))
    const codeOf = (path: string) => {
      try {
        return readBody(join(folder, path))
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    expect(['latin1.md', 'none.md', '.'].map(codeOf)).toEqual(['bad-input', 'not-found', 'bad-input'])
  })
})
