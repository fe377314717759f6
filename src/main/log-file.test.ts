import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { openLogFile } from './log-file'

const folder = mkdtempSync(join(tmpdir(), 'longhand-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const now = () => new Date('2026-11-24T10:00:00Z')

describe('the log file', () => {
  it('has a line for each message, with the causes of an error', () => {
    const file = join(folder, 'logs', 'longhand.log')
    const log = openLogFile(file, { now })
    log.info('Started.')
    log.error('It failed.', new Error('outer', { cause: new Error('inner') }))
    const lines = readFileSync(file, 'utf8')
    expect(lines).toContain('2026-11-24T10:00:00.000Z info Started.\n')
    expect(lines).toMatch(/error It failed\.\n {2}Error: outer[\s\S]+Caused by Error: inner/)
  })

  it('moves aside when it is full, and keeps three', () => {
    const file = join(folder, 'full', 'longhand.log')
    const log = openLogFile(file, { now, maxBytes: 500 })
    for (let line = 0; line < 100; line++) log.info(`Line ${line}.`)
    const files = readdirSync(join(folder, 'full')).sort()
    expect(files).toEqual(['longhand.log', 'longhand.log.1', 'longhand.log.2'])
    for (const name of files) expect(statSync(join(folder, 'full', name)).size).toBeLessThanOrEqual(500)
    expect(readFileSync(file, 'utf8')).toContain('Line 99.')
  })

  it('goes to the terminal when the disk takes nothing', () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    openLogFile(join(folder, 'logs', 'longhand.log', 'impossible', 'x.log'), { now }).info('Still here.')
    expect(write.mock.calls.join()).toContain('Still here.')
    write.mockRestore()
  })
})
