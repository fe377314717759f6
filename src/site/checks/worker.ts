/** The worker thread of checks: reads the library on a connection of its own, and answers one question after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { LonghandError } from '../../document'
import type { CheckAnswer, CheckQuestion, Found } from './check-job'
import { type CheckJob, SiteChecker } from './checker'

function find(checker: SiteChecker, question: CheckQuestion): Found {
  if (question.kind === 'theme') return { findings: [], ofTheme: checker.checkTheme(question.name) }
  const findings = question.kind === 'site' ? checker.check() : checker.checkPost(question.post)
  return { findings, ofTheme: [] }
}

function answer(
  checker: SiteChecker,
  { id, ...question }: CheckQuestion & { readonly id: number },
): CheckAnswer {
  try {
    return { id, kind: 'found', ...find(checker, question) }
  } catch (error) {
    const cause = error instanceof Error ? String(error.stack) : String(error)
    if (error instanceof LonghandError)
      return { id, kind: 'failed', code: error.code, message: error.message, cause }
    return { id, kind: 'failed', code: 'io', message: 'The check failed. Try again in a moment.', cause }
  }
}

if (parentPort !== null) {
  const port = parentPort
  const checker = new SiteChecker(workerData as CheckJob)
  port.on('message', (question: CheckQuestion & { readonly id: number }) =>
    port.postMessage(answer(checker, question)),
  )
}
