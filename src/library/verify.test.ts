import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openLibrary } from '.'
import { Assets } from './assets'
import { Queries } from './queries'
import { UpdateLog } from './update-log'
import { verifyLibrary } from './verify'

it('a library that another process writes into meanwhile is in order', () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-verify-'))
  const library = openLibrary(join(folder, 'library'), { create: true })
  const { id } = library.createPost({ title: 'Written meanwhile', body: 'a' })
  const db = new Database(join(library.path, 'library.sqlite'))
  const log = new UpdateLog(db, Date.now)
  const reading = Object.create(log, {
    updatesAfter: {
      value: (...args: Parameters<UpdateLog['updatesAfter']>) => {
        const updates = log.updatesAfter(...args)
        if (args[0] === id) library.setBody(id, 'a and what came after')
        return updates
      },
    },
  })
  const parts = { db, log: reading, queries: new Queries(db), assets: new Assets(db, library.path, Date.now) }
  expect(verifyLibrary({ ...parts, history: library.history }).problems).toEqual([])
  db.close()
  library.close()
  rmSync(folder, { recursive: true, force: true })
})
