import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { openLibrary } from '.'

it('outlives a file that can not be read for a while, and tells what changed meanwhile', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-'))
  const library = openLibrary(folder, { create: true })
  const { id } = library.createPost({ title: 'Far away' })
  const heard: string[] = []
  library.onChange(({ documents }) => heard.push(...documents))
  const other = new Database(join(folder, 'library.sqlite'))
  other.exec('UPDATE updates SET position = position + 100; ALTER TABLE updates RENAME TO unreadable')
  // Long enough for two looks; an exception that nobody catches would fail the test.
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(heard).toEqual([])
  other.exec('ALTER TABLE unreadable RENAME TO updates')
  await vi.waitFor(() => expect(heard).toContain(id))
  other.close()
  library.close()
  rmSync(folder, { recursive: true })
})
