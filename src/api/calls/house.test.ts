import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openFinder, openLibrary } from '../../library'
import { historyCalls } from './history'
import { type House, implementContract } from './house'

it('a damaged page that a call meets is told as damage of the library, whichever part was asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-house-'))
  const library = openLibrary(join(folder, 'library'), { create: true })
  const { id } = library.createPost({ title: 'A' })
  library.history.list = () => {
    throw new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT')
  }
  const log = { info: () => undefined, error: () => undefined }
  const closing = new AbortController().signal
  const house: House = { library, finder: openFinder(library, undefined), log, closing, jobs: new Set() }
  const calls = createRouterClient(historyCalls(implementContract(house), house))
  await expect(calls.history.list({ id })).rejects.toMatchObject({ code: 'corrupt-library' })
  library.close()
  rmSync(folder, { recursive: true })
})
