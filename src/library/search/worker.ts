/** The worker thread of searches: has a connection of its own, for reading, and answers one question after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import { LonghandError } from '../../document'
import { openReadOnly } from '../database'
import { findInPosts } from '../replacing/post-matches'
import { storageError } from '../storage-error'
import { closeMessage, type FindAnswer, type FindJob, type MatchJob } from './find-job'
import { Search } from './search'

function answer(db: Database.Database, search: Search, job: FindJob | MatchJob, path: string): FindAnswer {
  const { id } = job
  try {
    if (job.kind === 'matches')
      return { id: job.id, kind: job.kind, found: findInPosts(db, job.pattern, job.limit) }
    const { kind, query, limit } = job
    return kind === 'search'
      ? { id, kind, hits: search.search(query, limit) }
      : { id, kind, hits: search.quickOpen(query, limit) }
  } catch (thrown) {
    const error = storageError(thrown, path)
    const cause = thrown instanceof Error ? String(thrown.stack) : String(thrown)
    if (error instanceof LonghandError)
      return { id, kind: 'failed', code: error.code, message: error.message, cause }
    return { id, kind: 'failed', code: 'io', message: 'The search failed. Try again in a moment.', cause }
  }
}

if (parentPort !== null) {
  const port = parentPort
  const { libraryPath } = workerData as { libraryPath: string }
  const db = openReadOnly(libraryPath)
  const search = new Search(db)
  port.on('message', (message: FindJob | MatchJob | typeof closeMessage) => {
    if (message === closeMessage) {
      db.close()
      port.close()
    } else port.postMessage(answer(db, search, message, libraryPath))
  })
}
