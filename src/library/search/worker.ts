/** The worker thread of searches: has a connection of its own, for reading, and answers one question after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { LonghandError } from '../../document'
import { openReadOnly } from '../database'
import { storageError } from '../storage-error'
import { closeMessage, type FindAnswer, type FindJob } from './find-job'
import { Search } from './search'

function answer(search: Search, { id, kind, query, limit }: FindJob, path: string): FindAnswer {
  try {
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
  port.on('message', (message: FindJob | typeof closeMessage) => {
    if (message === closeMessage) {
      db.close()
      port.close()
    } else port.postMessage(answer(search, message, libraryPath))
  })
}
